import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// The pairs that components put together. A new pair joins its line here before it joins a component.
const texts: Record<string, string[]> = {
  ink: ['paper', 'raised', 'sunken', 'lamp-wash', 'brass-wash', 'brick-wash', 'sky-wash'],
  muted: ['paper', 'raised', 'sunken', 'lamp-wash', 'brass-wash', 'brick-wash', 'sky-wash'],
  lamp: ['paper', 'raised', 'sunken', 'lamp-wash'],
  'lamp-deep': ['paper', 'raised', 'sunken', 'lamp-wash'],
  'brass-ink': ['paper', 'raised', 'sunken', 'brass-wash'],
  brick: ['paper', 'raised', 'sunken', 'brick-wash'],
  sky: ['paper', 'raised', 'sunken', 'sky-wash'],
  'on-lamp': ['lamp', 'lamp-deep'],
  'on-brick': ['brick', 'brick-deep'],
  'on-brass': ['brass'],
  'on-sky': ['sky'],
  'code-ink': ['code-paper'],
}

const shapes: Record<string, string[]> = {
  edge: ['paper', 'raised', 'sunken'],
  lamp: ['paper', 'raised', 'sunken'],
  brass: ['paper', 'raised'],
  'brass-ink': ['paper', 'raised', 'sunken', 'brass-wash'],
  brick: ['paper', 'raised', 'brick-wash'],
  sky: ['paper', 'raised', 'sunken', 'sky-wash'],
}

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s', (_name, side) => {
  const colours = readColours(side)
  it.each(pairs(texts))('%s is readable on %s', (text, ground) => {
    expect(contrast(colours(text), colours(ground))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(pairs(shapes))('%s is seen on %s', (shape, ground) => {
    expect(contrast(colours(shape), colours(ground))).toBeGreaterThanOrEqual(3)
  })
})

function pairs(table: Record<string, string[]>): [string, string][] {
  return Object.entries(table).flatMap(([front, grounds]) =>
    grounds.map((ground): [string, string] => [front, ground]),
  )
}

function readColours(side: 0 | 1): (name: string) => string {
  return (name) => {
    const found = new RegExp(
      `--color-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`,
    ).exec(css)
    const colour = found?.[side + 1]
    if (!colour) throw new Error(`globals.css has no colour ${name}`)
    return colour
  }
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
