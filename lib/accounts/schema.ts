import type { Role } from '#lib/access/actor.ts'
import { locales } from '#lib/i18n/locales.ts'
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
const newPasswordField = passwordField.min(passwordLength.least).max(passwordLength.most)
// A length that no password has is told like any other wrong password: with one sentence.
const provingPasswordField = passwordField.min(1).max(1000)

/** Whatever stands in a link: one that is no token of ours is told so like any other unknown one. */
const tokenField = z.string().min(1).max(500)

export const signInSchema = z.strictObject({
  email: emailField,
  password: provingPasswordField,
})

export const registerSchema = z.strictObject({
  name: nameField,
  email: emailField,
  password: newPasswordField,
})

/** The sender's key becomes the id of the person, so that a registration that arrives twice is one. */
export const registerUserSchema = registerSchema.extend({ key: z.uuid() })

export const requestPasswordResetSchema = z.strictObject({ email: emailField })
export const newPasswordSchema = z.strictObject({ password: newPasswordField })
export const resetPasswordSchema = newPasswordSchema.extend({ token: tokenField })
export const tokenSchema = z.strictObject({ token: tokenField })
export const changePasswordSchema = z.strictObject({
  oldPassword: provingPasswordField,
  password: newPasswordField,
})
export const changeEmailSchema = z.strictObject({
  email: emailField,
  currentPassword: provingPasswordField,
})
export const updateProfileSchema = z.strictObject({ name: nameField, locale: z.enum(locales) })
const noteField = z.string().trim().normalize('NFC').max(500)
/** In the order in which they are shown. */
export const roleNames = ['member', 'operator', 'librarian', 'admin'] as const satisfies Role[]

export const verifyUserSchema = z.strictObject({ userId: z.uuid(), note: noteField })
export const setRolesSchema = z.strictObject({
  userId: z.uuid(),
  roles: z.array(z.enum(roleNames)).max(4),
})
export const renameUserSchema = z.strictObject({ userId: z.uuid(), name: nameField })
export const setUserEmailSchema = z.strictObject({ userId: z.uuid(), email: emailField })
export const eraseOwnAccountSchema = z.strictObject({ currentPassword: provingPasswordField })
export const inviteFirstAdminSchema = z.strictObject({ email: emailField, isForced: z.boolean() })
export const becomeFirstAdminSchema = resetPasswordSchema.extend({ name: nameField })
export const endOwnSessionSchema = z.strictObject({ sessionId: z.uuid() })

export type RequestPasswordResetInput = z.output<typeof requestPasswordResetSchema>
export type NewPasswordInput = z.output<typeof newPasswordSchema>
export type ResetPasswordInput = z.output<typeof resetPasswordSchema>
export type ChangePasswordInput = z.output<typeof changePasswordSchema>
export type ChangeEmailInput = z.output<typeof changeEmailSchema>
export type UpdateProfileInput = z.output<typeof updateProfileSchema>
export type VerifyUserInput = z.output<typeof verifyUserSchema>
export type SetRolesInput = z.output<typeof setRolesSchema>
export type RenameUserInput = z.output<typeof renameUserSchema>
export type SetUserEmailInput = z.output<typeof setUserEmailSchema>
export type EraseOwnAccountInput = z.output<typeof eraseOwnAccountSchema>
export type InviteFirstAdminInput = z.output<typeof inviteFirstAdminSchema>
export type BecomeFirstAdminInput = z.output<typeof becomeFirstAdminSchema>
export type EndOwnSessionInput = z.output<typeof endOwnSessionSchema>
export type RegisterInput = z.output<typeof registerSchema>
export type SignInInput = z.output<typeof signInSchema>
export type RegisterUserInput = z.output<typeof registerUserSchema>
