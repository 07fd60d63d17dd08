import { describe, expect, it } from 'vitest'
import { negotiateLocale } from './locales.ts'

describe('negotiateLocale', () => {
  it.each([
    ['ru', 'ru'],
    ['pl-PL,pl;q=0.9,en;q=0.8', 'pl'],
    ['de-DE,de;q=0.9,ru;q=0.5', 'ru'],
    ['en;q=0.5, pl;q=0.9', 'pl'],
    ['RU-ru', 'ru'],
    ['ru;q=0, pl;q=0.1', 'pl'],
    ['de', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [',;q=,;;', 'en'],
    [null, 'en'],
    [undefined, 'en'],
  ])('reads %j as %s', (header, locale) => expect(negotiateLocale(header)).toBe(locale))
})
