import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { endSessions } from './end-sessions.ts'
import { keepAnAdmin } from './keep-an-admin.ts'
import { lockUser } from './lock-user.ts'
import type { SetRolesInput } from './schema.ts'

/** Gives a person these roles and no other. Their sessions end, so that nothing that was open goes on under the old ones. */
export async function setRoles(
  actor: Actor,
  { userId, roles: wished }: SetRolesInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'user.manage')
  const roles = [...new Set(wished)]
  await transaction(async (tx) => {
    if (!roles.includes('admin')) await keepAnAdmin(tx, userId)
    const user = await lockUser(tx, userId)
    const had = user.roles.map(({ role }) => role)
    const granted = roles.filter((role) => !had.includes(role))
    const revoked = had.filter((role) => !roles.includes(role))
    if (granted.length + revoked.length === 0) return
    await tx.userRole.deleteMany({ where: { userId, role: { in: revoked } } })
    await tx.userRole.createMany({
      data: granted.map((role) => ({ userId, role, grantedAt: now, grantedById: actor.userId })),
    })
    await endSessions(tx, userId)
    await writeAudit(tx, actor, now, {
      action: 'user.setRoles',
      subjectType: 'user',
      subjectId: userId,
      details: { granted: granted.join(' '), revoked: revoked.join(' ') },
    })
  })
}
