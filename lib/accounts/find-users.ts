import type { Actor, Role } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'

export const usersShown = 50

export type UserFilter = {
  /** A part of the name, with a slip or two, or the beginning of the e-mail. */
  text?: string
  role?: Role
  isVerified?: boolean
  /** Id of the last person of the page before. */
  after?: string
}

export type UserRow = {
  id: string
  name: string
  email: string | null
  isVerified: boolean
  roles: Role[]
}

/** People in the order of their names, a page at a time, and how many there are. Who was erased is nobody. */
export async function findUsers(
  actor: Actor,
  filter: UserFilter,
): Promise<{ users: UserRow[]; count: number; next: string | null }> {
  assertCan(actor, 'user.manage')
  const where = conditionsOf(filter)
  const after = filter.after
    ? Prisma.sql`AND (lower(u.name), u.id) > (SELECT lower(name), id FROM users WHERE id = ${filter.after}::uuid)`
    : Prisma.empty
  const [[total], rows] = await Promise.all([
    db().$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM users u WHERE ${where}`,
    db().$queryRaw<UserRow[]>`
      SELECT u.id, u.name, u.email, u.verified_at IS NOT NULL AS "isVerified",
        ARRAY(SELECT role::text FROM user_roles r WHERE r.user_id = u.id ORDER BY r.role) AS roles
      FROM users u WHERE ${where} ${after}
      ORDER BY lower(u.name), u.id LIMIT ${usersShown + 1}`,
  ])
  const users = rows.slice(0, usersShown)
  return {
    users,
    count: total.count,
    next: rows.length > usersShown ? users.at(-1)!.id : null,
  }
}

/** Ids of those whom a text may mean: for filters of other lists. */
export async function findUserIds(text: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT u.id FROM users u WHERE ${conditionsOf({ text })} LIMIT 200`
  return rows.map(({ id }) => id)
}

function conditionsOf({ text, role, isVerified }: UserFilter): Prisma.Sql {
  const conditions = [Prisma.sql`u.erased_at IS NULL`]
  if (text) conditions.push(matches(text))
  if (role) {
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM user_roles r WHERE r.user_id = u.id AND r.role::text = ${role})`,
    )
  }
  if (isVerified !== undefined) {
    conditions.push(Prisma.sql`(u.verified_at IS NOT NULL) = ${isVerified}`)
  }
  return Prisma.join(conditions, ' AND ')
}

function matches(text: string): Prisma.Sql {
  const literal = text.replaceAll(/[\\%_]/g, String.raw`\$&`)
  return Prisma.sql`(u.name ILIKE ${`%${literal}%`} OR ${text} <% u.name
    OR u.email LIKE ${`${literal.toLowerCase()}%`})`
}
