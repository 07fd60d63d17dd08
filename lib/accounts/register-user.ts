import { writeAudit } from '#lib/db/audit.ts'
import { db } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { hashPassword, verifyPassword } from './hash-password.ts'
import type { RegisterUserInput } from './schema.ts'

/** Anybody may register, and becomes a member. The e-mail is guarded by its unique constraint, in a race as well. */
export async function registerUser(
  input: RegisterUserInput,
  now: Date,
): Promise<{ userId: string }> {
  const { key: userId, name, email } = input
  const passwordHash = await hashPassword(input.password)
  try {
    await transaction(async (tx) => {
      await tx.user.create({
        data: {
          id: userId,
          name,
          email,
          passwordHash,
          createdAt: now,
          roles: { create: { role: 'member', grantedAt: now } },
        },
      })
      const entry = { action: 'user.register', subjectType: 'user' as const, subjectId: userId }
      await writeAudit(tx, null, now, entry)
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
