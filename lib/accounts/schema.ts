import * as z from '#lib/zod.ts'

export const passwordLength = { least: 10, most: 200 }

/** How long a browser stays signed in. */
export const sessionDays = 30

const emailField = z
  .string()
  .trim()
  .normalize('NFC')
  .toLowerCase()
  .min(1)
  .max(254)
  .regex(z.regexes.email, 'fields.email')

// Control characters, line separators and marks that turn the direction of text: they make one name look like another.
const trickery = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

const nameField = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(100)
  .refine((name) => /\p{L}/u.test(name) && !trickery.test(name), 'fields.format')

// Keyboards differ in how they write an accent; the hash must not.
const passwordField = z.string().normalize('NFC')

export const signInSchema = z.strictObject({
  email: emailField,
  // A length that no password has is told like any other wrong password: with one sentence.
  password: passwordField.min(1).max(1000),
})

export const registerSchema = z.strictObject({
  name: nameField,
  email: emailField,
  password: passwordField.min(passwordLength.least).max(passwordLength.most),
})

/** The sender's key becomes the id of the person, so that a registration that arrives twice is one. */
export const registerUserSchema = registerSchema.extend({ key: z.uuid() })

export type RegisterInput = z.output<typeof registerSchema>
export type SignInInput = z.output<typeof signInSchema>
export type RegisterUserInput = z.output<typeof registerUserSchema>
