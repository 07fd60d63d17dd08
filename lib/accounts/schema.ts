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

// Control characters, line separators, halves of characters, and what is not seen or turns the direction of text: they
// make one name look like another, or like none. Joiners and marks of direction are part of how some scripts are written.
const trickery =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c-\u200f\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/u

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
