import { aimOf, makeThrottle } from '#lib/access/throttle.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { db } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import { hashPassword, verifyPassword } from './hash-password.ts'
import type { RegisterUserInput } from './schema.ts'
import { sendEmailConfirmation } from './send-email-confirmation.ts'

const hour = { seconds: 60 * 60, refusal: 'TOO_MANY_REGISTRATIONS' } as const
/** For one e-mail from one address: whoever knows a key could guess at the password behind it. */
const tries = makeThrottle({ name: 'register', points: 10, ...hour })
/** From one address: a class of pupils may sit behind it, and a program that makes accounts without end. */
const triesOfAddress = makeThrottle({ name: 'register-address', points: 60, ...hour })

/**
 * Anybody may register, so often, and becomes a member. The e-mail is guarded by its unique constraint, in a race as well;
 * a mail asks to confirm it. What was taken counts as what was made: else one could ask for ever who is here.
 */
export async function registerUser(
  input: RegisterUserInput,
  from: { address: string; locale?: Locale },
  now: Date,
): Promise<{ userId: string }> {
  const { key: userId, name, email } = input
  const { locale = defaultLocale } = from
  await triesOfAddress.spend(from.address)
  await tries.spend(aimOf(email, from.address))
  const passwordHash = await hashPassword(input.password)
  try {
    await transaction(async (tx) => {
      await tx.user.create({
        data: {
          id: userId,
          name,
          email,
          passwordHash,
          locale,
          createdAt: now,
          roles: { create: { role: 'member', grantedAt: now } },
        },
      })
      const entry = { action: 'user.register', subjectType: 'user' as const, subjectId: userId }
      await writeAudit(tx, null, now, entry)
      await sendEmailConfirmation(tx, { userId, email, locale }, now)
    })
  } catch (refusal) {
    if (!(await isRegisteredAlready(input))) throw refusal
  }
  return { userId }
}

/** The same registration has arrived before: the answer got lost, or the button was pressed twice. */
async function isRegisteredAlready({ key, email, password }: RegisterUserInput): Promise<boolean> {
  const user = await db().user.findFirst({
    where: { id: key, email },
    select: { passwordHash: true },
  })
  return user !== null && verifyPassword(user.passwordHash, password)
}
