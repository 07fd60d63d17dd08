import { expect, test } from 'vitest'
import { writePass } from '#lib/bookings/pass.ts'
import { readCode, subjectOfCode } from './codes.ts'

const moment = { bookingId: '019ab3f0-7c00-7000-8000-0000000000ff', version: 1, step: 59_400_000 }
const pass = writePass(new Uint8Array(32), moment)

test('a pass is known with the line end of a wedge scanner and with caps lock turned around', () => {
  const claim = { ...moment, mac: pass.slice(-16) }
  expect(readCode(`${pass}\r\n`)).toEqual({ kind: 'pass', claim })
  expect(readCode(pass.toLowerCase())).toEqual({ kind: 'pass', claim })
})

test('what only begins like a pass is broken, everything else is unknown', () => {
  expect(readCode(pass.slice(0, -1)).kind).toBe('brokenPass')
  expect(readCode('CP1:').kind).toBe('brokenPass')
  for (const text of ['https://example.com', '9780306406157', '\u0000\uD800', '']) {
    expect(readCode(text).kind).toBe('unknown')
  }
})

test('the next code of the same pass is the same thing held before the scanner', () => {
  const next = writePass(new Uint8Array(32), { ...moment, step: moment.step + 1 })
  expect(subjectOfCode(next)).toBe(subjectOfCode(pass))
  expect(subjectOfCode('A')).not.toBe(subjectOfCode('B'))
})
