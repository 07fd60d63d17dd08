import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { endAllBookings } from '#lib/bookings/end-all-bookings.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { endSessions } from './end-sessions.ts'
import { keepAnAdmin } from './keep-an-admin.ts'
import { lockUser } from './lock-user.ts'
import { provePassword } from './prove-password.ts'
import type { EraseOwnAccountInput } from './schema.ts'

/**
 * The person goes, the facts stay: bookings, scans and the log keep their rows, and nothing in them says any more who it
 * was. What the person holds is given back. The last admin cannot go.
 */
export async function eraseOwnAccount(
  actor: Actor,
  { currentPassword }: EraseOwnAccountInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  const { userId } = actor
  await provePassword(userId, currentPassword)
  await transaction(async (tx) => {
    await keepAnAdmin(tx, userId)
    const { email } = await lockUser(tx, userId)
    await endAllBookings(tx, actor, now)
    await endSessions(tx, userId)
    await forgetPerson(tx, userId, now)
    await forgetMail(tx, userId, email, now)
    await forgetWords(tx, userId)
    const entry = { action: 'user.erase', subjectType: 'user' as const, subjectId: userId }
    await writeAudit(tx, actor, now, entry)
  })
}

async function forgetPerson(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.picture.updateMany({
    where: {
      removedAt: null,
      OR: [
        { avatarOf: { id: userId } },
        { photoOf: { id: userId } },
        { ticketMessage: { authorId: userId } },
      ],
    },
    data: { removedAt: now },
  })
  await tx.user.update({
    where: { id: userId },
    data: {
      name: '',
      email: null,
      emailConfirmedAt: null,
      passwordHash: null,
      locale: null,
      verificationNote: null,
      avatarId: null,
      photoId: null,
      erasedAt: now,
    },
  })
  await tx.userRole.deleteMany({ where: { userId } })
  await tx.identity.deleteMany({ where: { userId } })
  await tx.session.updateMany({ where: { userId }, data: { userAgent: null } })
}

/** Links and mails by the person and by the address: some were made before there was an account. */
async function forgetMail(tx: Tx, userId: string, email: string | null, now: Date): Promise<void> {
  const theirs = { OR: [{ userId }, ...(email ? [{ email }] : [])] }
  await tx.mailLink.updateMany({
    where: { AND: [theirs, { usedAt: null, voidedAt: null }] },
    data: { voidedAt: now },
  })
  await tx.mailLink.updateMany({ where: theirs, data: { email: null } })
  await tx.outboxMail.updateMany({
    where: { OR: [{ userId }, ...(email ? [{ toEmail: email }] : [])] },
    data: { toEmail: null, subject: null, text: null, link: null },
  })
}

/** What the person wrote, and what was noted about them. */
async function forgetWords(tx: Tx, userId: string): Promise<void> {
  await tx.ticketMessage.updateMany({
    where: { authorId: userId },
    data: { text: '', pictureId: null },
  })
  await tx.ticket.updateMany({ where: { authorId: userId }, data: { subject: '' } })
  const bookings = await tx.booking.findMany({ where: { userId }, select: { id: true } })
  await tx.auditEntry.updateMany({
    where: { subjectId: { in: [userId, ...bookings.map(({ id }) => id)] } },
    data: { personal: Prisma.DbNull },
  })
}
