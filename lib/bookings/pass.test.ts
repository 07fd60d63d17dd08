import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePass, parseTypedCode, passMac, passStepAt, typedCodeOf, writePass } from './pass.ts'

const moments = fc.record({
  bookingId: fc.uuid(),
  version: fc.integer({ min: 1, max: 999_999 }),
  step: fc.integer({ min: 0, max: 999_999_999 }),
})
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })
const alphanumericMode = /^[0-9A-Z $%*+\-./:]+$/

test('what is written is read back, with a code that only this key makes', () => {
  fc.assert(
    fc.property(keys, keys, moments, (key, other, moment) => {
      const text = writePass(key, moment)
      expect(text).toMatch(alphanumericMode)
      expect(parsePass(text)).toEqual({ ...moment, mac: passMac(key, moment) })
      if (!Buffer.from(key).equals(Buffer.from(other))) {
        expect(passMac(other, moment)).not.toBe(passMac(key, moment))
      }
    }),
  )
})

test('one character more, less or other is another pass or none', () => {
  fc.assert(
    fc.property(keys, moments, fc.nat(), fc.constantFrom(...'0Z.: U'), (key, moment, at, put) => {
      const text = writePass(key, moment)
      const place = at % text.length
      const changed = text.slice(0, place) + put + text.slice(place + 1)
      fc.pre(changed !== text)
      const claim = parsePass(changed)
      if (claim) expect(passMac(key, claim)).not.toBe(claim.mac)
      expect(parsePass(`${text}0`)).toBeNull()
      expect(parsePass(text.slice(0, -1))).toBeNull()
    }),
  )
})

test('any text at all is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => parsePass(`CP1:${text}`)).not.toThrow()
    }),
  )
})

test('the pass of a day in 2026 fits the 29 by 29 squares of a version 3 QR', () => {
  const moment = {
    bookingId: '019ab3f0-7c00-7000-8000-0000000000ff',
    version: 12,
    step: 59_400_000,
  }
  // Level M holds 61 characters of the alphanumeric mode there.
  expect(writePass(new Uint8Array(32), moment).length).toBeLessThanOrEqual(61)
})

test('a step lasts 30 seconds', () => {
  expect(passStepAt(59_999)).toBe(1)
  expect(passStepAt(60_000)).toBe(2)
})

test('a typed code forgives what people mistake for each other, and nothing else', () => {
  expect(parseTypedCode(' ab1l-oi5z ')).toBe('AB11015Z')
  expect(parseTypedCode('abcd efgh')).toBe('ABCDEFGH')
  expect(parseTypedCode('ABCD EFG')).toBeNull()
  expect(parseTypedCode('ABCD EFGU')).toBeNull()
  expect(parseTypedCode('ФЫВА ФЫВА')).toBeNull()
})

test('a typed code survives being shown in groups', () => {
  fc.assert(
    fc.property(keys, moments, (key, moment) => {
      const code = typedCodeOf(key, moment)
      expect(parseTypedCode(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase())).toBe(code)
      expect(passMac(key, moment).startsWith(code)).toBe(false)
    }),
  )
})
