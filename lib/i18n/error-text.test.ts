import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DomainError } from '#lib/errors.ts'
import * as z from '#lib/zod.ts'
import { textOfError } from './error-text.ts'
import { fieldErrorsOf } from './field-errors.ts'
import { messages } from './messages.ts'

const taken = new DomainError('SEAT_TAKEN', {
  seat: 'A12',
  from: new Date('2026-07-01T07:00:00Z'),
  to: new Date('2026-07-01T11:30:00Z'),
  timeZone: 'Europe/Warsaw',
})

describe('textOfError', () => {
  it('tells times on the clock of the venue, in every language', () => {
    expect(textOfError(taken, 'en')).toContain('A12 from 09:00 to 13:30')
    expect(textOfError(taken, 'ru')).toContain('A12 занято с\u00a009:00 до 13:30')
    expect(textOfError(taken, 'pl')).toContain('A12 jest zajęte od 09:00 do 13:30')
  })

  it('throws when a value is missing, instead of showing a hole', () => {
    expect(() => textOfError(new DomainError('TOO_MANY_ATTEMPTS'), 'en')).toThrow()
  })
})

describe('fieldErrorsOf', () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(3),
    place: z.object({ floor: z.number().min(1).max(9) }),
    mail: z.email(),
  })

  function errorsOf(input: unknown) {
    const { error } = schema.safeParse(input, { reportInput: true })
    return fieldErrorsOf(error!.issues, 'en')
  }

  it('names each field by its path and says what is wrong with it', () => {
    expect(errorsOf({ name: 'abcd', place: { floor: 0 }, mail: 'nobody' })).toEqual({
      name: 'At most 3 characters.',
      'place.floor': 'At least 1.',
      mail: 'This is not an e-mail address. It looks like name@example.com.',
    })
  })

  it('asks for what is missing', () => {
    expect(errorsOf({ name: '' })).toMatchObject({
      name: 'This is needed.',
      place: 'This is needed.',
      mail: 'This is needed.',
    })
  })

  it('knows every sentence that a schema names', () => {
    const named = sources().flatMap((text) =>
      [...text.matchAll(/'fields\.(\w+)'/g)].map(([, key]) => key!),
    )
    expect(named).toContain('email')
    expect(named.filter((key) => !(key in messages.en.fields))).toEqual([])
  })
})

function sources(): string[] {
  const files = globSync('lib/**/*.ts', { exclude: ['lib/db/generated/**', '**/*.test.ts'] })
  // Comments show examples.
  return files.map((file) => readFileSync(file, 'utf8').replaceAll(/^ *(\*|\/[/*]).*$/gm, ''))
}
