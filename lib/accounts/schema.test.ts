import { describe, expect, it } from 'vitest'
import { registerSchema, signInSchema } from './schema.ts'

const right = { name: 'Ada Łukasz-Ёлкина', email: 'ada@example.com', password: 'four small words' }

function registered(given: Partial<typeof right>) {
  return registerSchema.safeParse({ ...right, ...given })
}

describe('registerSchema', () => {
  it('writes an e-mail the one way in which it is kept', () => {
    expect(registered({ email: '  Ada.B@Example.COM \n' }).data?.email).toBe('ada.b@example.com')
  })

  it('takes a name in every script, composed and without space around it', () => {
    expect(registered({ name: ' Елена́ Zoe\u0308 李 ' }).data?.name).toBe('Елена́ Zoë 李')
  })

  it('takes a password letter for letter, spaces too', () => {
    expect(registered({ password: '  ten chars ' }).data?.password).toBe('  ten chars ')
  })

  it('takes one password for the two ways in which a keyboard may write an accent', () => {
    const composed = registered({ password: 'cafe\u0301 cafe\u0301 cafe\u0301' }).data?.password
    expect(composed).toBe('caf\u00e9 caf\u00e9 caf\u00e9')
  })

  it.each([
    ['an empty name', { name: ' ' }],
    ['a name without a letter', { name: '123 456' }],
    ['a name of two lines', { name: 'Ada\nAdmin' }],
    ['a name with a zero byte', { name: 'Ada\u0000' }],
    ['a name that turns the direction of text', { name: 'Ada \u202Enimda' }],
    ['a name that is not seen', { name: '\u3164' }],
    ['a name with a space of no width', { name: 'Ada\u200bLovelace' }],
    ['a name with half a character', { name: 'Ada\ud800' }],
    ['a name of 101 characters', { name: 'a'.repeat(101) }],
    ['an e-mail without a place', { email: 'ada@' }],
    ['an e-mail of two lines', { email: 'ada@example.com\nbcc@example.com' }],
    ['an e-mail that is too long', { email: `${'a'.repeat(60)}@${'b.'.repeat(100)}com` }],
    ['a password of 9 characters', { password: 'ninechars' }],
    ['a password of 201 characters', { password: 'a'.repeat(201) }],
  ])('refuses %s', (_, given) => {
    expect(registered(given).success).toBe(false)
  })

  it('takes a password of 10 and of 200 characters', () => {
    expect(registered({ password: 'a'.repeat(10) }).success).toBe(true)
    expect(registered({ password: 'a'.repeat(200) }).success).toBe(true)
  })

  it('refuses what it does not know, such as a role', () => {
    expect(registerSchema.safeParse({ ...right, role: 'admin' }).success).toBe(false)
  })
})

describe('signInSchema', () => {
  it('lets a short password through, to be told wrong like any other', () => {
    expect(signInSchema.safeParse({ email: 'ada@example.com', password: 'x' }).success).toBe(true)
  })
})
