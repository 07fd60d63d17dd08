import { expect, it } from 'vitest'
import { bookSeatSchema, verifyAndCheckInSchema } from './schema.ts'

const id = '0e1b9ad0-7b0c-4a4e-9d51-8a3c7f1d2b6e'

function reads(startsAt: unknown): boolean {
  const input = { key: id, seatId: id, startsAt, endsAt: '2026-11-24T11:00:00Z' }
  return bookSeatSchema.safeParse(input).success
}

it('reads an instant with its offset', () => {
  expect(reads('2026-11-24T10:00:00Z')).toBe(true)
  expect(reads('2026-11-24T10:00:00+05:45')).toBe(true)
})

it.each([
  ['no offset', '2026-11-24T10:00:00'],
  ['a day that is not there', '2026-02-30T10:00:00Z'],
  ['a number', 1_795_500_000_000],
  ['the end of the calendar', '9999-12-31T23:45:00Z'],
  ['beyond the end of the calendar', '9999-12-31T23:45:00-14:00'],
])('refuses an instant with %s', (_name, startsAt) => expect(reads(startsAt)).toBe(false))

it.each([
  ['Student card 7\nseen twice 🪪', true],
  ['a zero byte \0', false],
  ['half a character \ud83e', false],
  ['a'.repeat(501), false],
])('asks of a note that it can be kept: %j', (note, isFine) => {
  const input = { key: id, scanId: id, note }
  expect(verifyAndCheckInSchema.safeParse(input).success).toBe(isFine)
})
