import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPathOf } from './own-path.ts'

describe('ownPathOf', () => {
  it.each(['/', '/seats', '/seats?day=2026-11-22&floor=2', '/bookings#past', '/pass/abc'])(
    'keeps %s, a page of this site',
    (path) => expect(ownPathOf(path)).toBe(path),
  )

  it.each([
    undefined,
    ['/seats', '/pass'],
    '',
    'seats',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/./\\evil.example',
    '/seats/..//evil.example',
    '/%2e%2e//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/api/auth/signout',
    '/sign-in?next=/sign-in',
    '/register',
  ])('sends %j to the start page', (wish) => expect(ownPathOf(wish)).toBe('/'))

  it('never leaves this site, whatever is asked', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      '@',
      ':',
      '%2f',
      '\t',
      '\n',
      'evil.example',
      'a',
      '?',
      '#',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const site = 'https://carrel.example'
        expect(new URL(ownPathOf(parts.join('')), site).origin).toBe(site)
      }),
    )
  })
})
