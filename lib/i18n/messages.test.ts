import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'
import { locales, type Locale } from './locales.ts'
import { messages, type Namespace } from './messages.ts'
import { translateKey } from './translate.ts'

type Path = { namespace: Namespace; key: string }
type Slot = { name: string; type: string; style?: string; forms?: string[] }

/** What each language has to say of a number: `other` is for fractions. */
const pluralForms: Record<Locale, string[]> = {
  en: ['one', 'other'],
  ru: ['few', 'many', 'one', 'other'],
  pl: ['few', 'many', 'one', 'other'],
}

const types = ['#', 'select', 'plural', 'ordinal', 'number', 'date', 'time']

/** Names, and words that a language has from another. Units and other short ones are let through. */
const sameEverywhere = ['Carrel', 'E-mail', 'Monitor', 'Plan']

const english = pathsOf('en')
const translations = locales.filter((locale) => locale !== 'en')

describe.each(translations)('the messages in %s', (locale) => {
  it('have the keys of the English ones', () => {
    expect(pathsOf(locale).map(name)).toEqual(english.map(name))
  })

  it('ask for the same values in the same way', () => {
    for (const path of english) {
      expect(shapeOf(slotsOf(textOf(locale, path))), name(path)).toEqual(
        shapeOf(slotsOf(textOf('en', path))),
      )
    }
  })

  it('are translated', () => {
    const same = english.filter((path) => {
      const text = textOf(locale, path)
      if (sameEverywhere.includes(text) || !/\p{L}{4}/u.test(wordsOf(text))) return false
      return text === textOf('en', path)
    })
    expect(same.map((path) => `${name(path)}: ${textOf(locale, path)}`)).toEqual([])
  })
})

describe.each(locales)('in %s', (locale) => {
  it('every plural has the forms of the language, and no other', () => {
    for (const path of pathsOf(locale)) {
      for (const { type, forms = [] } of slotsOf(textOf(locale, path))) {
        if (type !== 'plural') continue
        const named = forms.filter((form) => !form.startsWith('=')).sort()
        expect(named, name(path)).toEqual(pluralForms[locale])
      }
    }
  })

  it.each([1, 2, 5, 22, 1.5])('every message comes out whole with %d of everything', (count) => {
    for (const { namespace, key } of pathsOf(locale)) {
      const slots = slotsOf(textOf(locale, { namespace, key }))
      const text = translateKey(namespace, key, samplesFor(slots, count), { locale })
      expect(text, `${namespace}.${key}`).not.toMatch(/[{}]|undefined|Invalid|NaN/)
      expect(text.trim(), `${namespace}.${key}`).not.toBe('')
    }
  })
})

function pathsOf(locale: Locale): Path[] {
  return Object.entries(messages[locale]).flatMap(([namespace, texts]) =>
    keysOf(texts).map((key) => ({ namespace: namespace as Namespace, key })),
  )
}

function keysOf(node: object, prefix = ''): string[] {
  return Object.entries(node)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`),
    )
    .sort()
}

function textOf(locale: Locale, { namespace, key }: Path): string {
  const found = key
    .split('.')
    .reduce<unknown>(
      (node, part) => (node as Record<string, unknown>)?.[part],
      messages[locale][namespace],
    )
  return String(found)
}

function name({ namespace, key }: Path): string {
  return `${namespace}.${key}`
}

/** Every value that a message asks for, in plurals inside of plurals too. */
function slotsOf(text: string): Slot[] {
  return slotsIn(compile(text))
}

function slotsIn(nodes: unknown): Slot[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown) => {
    if (!Array.isArray(node)) return []
    const [slot, kind, detail] = node as [string, unknown, unknown]
    if (kind === undefined) return [{ name: slot, type: 'value' }]
    if (typeof kind !== 'number') return [{ name: slot, type: 'tag' }, ...slotsIn(node.slice(1))]
    const type = types[kind]!
    if (typeof detail !== 'object' || detail === null || !/select|plural|ordinal/.test(type)) {
      return [{ name: slot, type, style: JSON.stringify(detail) }]
    }
    return [
      { name: slot, type, forms: Object.keys(detail) },
      ...Object.values(detail).flatMap(slotsIn),
    ]
  })
}

/** Each value once, with how it is written; a translation may use it twice, or in another order. */
function shapeOf(slots: Slot[]): string[] {
  const shapes = slots.map(({ name, type, style, forms }) => {
    const kind = type === 'plural' || type === 'value' ? 'value' : type
    return [name, kind, style, kind === 'select' ? forms?.sort() : ''].join(' ')
  })
  return [...new Set(shapes)].sort()
}

function samplesFor(slots: Slot[], count: number): Record<string, unknown> {
  const samples: Record<string, unknown> = {}
  for (const { name, type, forms } of slots) {
    if (type === 'value') samples[name] ??= 'A12'
    else if (type === 'date' || type === 'time') samples[name] = new Date('2026-11-22T08:00:00Z')
    else if (type === 'select') samples[name] = forms![0]
    else if (type !== 'tag') samples[name] = count
  }
  return samples
}

function wordsOf(text: string): string {
  return slotsOf(text).length > 0 ? text.replace(/\{[^{}]*\}/g, '') : text
}
