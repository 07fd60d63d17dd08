import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { findUserIds } from '#lib/accounts/find-users.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

export const entriesShown = 50

export type AuditFilter = {
  /** Who did it: a part of the name, the beginning of the e-mail, or an id. */
  by?: string
  /** Whom or what it was about, likewise. */
  about?: string
  action?: string
  from?: Date
  to?: Date
  /** Id of the last entry of the page before. */
  after?: string
}

export type AuditView = {
  id: string
  at: Date
  action: string
  /** Null when the system, or a person who is not signed in, acted. */
  actor: { id: string; name: string } | null
  subject: { type: string; id: string; name: string | null }
  facts: Record<string, string>
  personal: Record<string, string>
}

/** Who did what, the latest first. Entries that come meanwhile do not shift the pages. */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
): Promise<{ entries: AuditView[]; count: number; next: string | null }> {
  assertCan(actor, 'audit.view')
  const where = await conditionsOf(filter)
  const after = /^\d{1,18}$/.test(filter.after ?? '') ? { id: { lt: BigInt(filter.after!) } } : {}
  const [count, rows] = await Promise.all([
    db().auditEntry.count({ where }),
    db().auditEntry.findMany({
      where: { AND: [where, after] },
      include: { actor: { select: { id: true, name: true } } },
      orderBy: { id: 'desc' },
      take: entriesShown + 1,
    }),
  ])
  const shown = rows.slice(0, entriesShown)
  const names = await namesOf(shown.map(({ subjectId }) => subjectId))
  return {
    count,
    entries: shown.map((entry) => ({
      id: String(entry.id),
      at: entry.at,
      action: entry.action,
      actor: entry.actor,
      subject: {
        type: entry.subjectType,
        id: entry.subjectId,
        name: names.get(entry.subjectId) ?? null,
      },
      facts: textsOf(entry.details),
      personal: textsOf(entry.personal),
    })),
    next: rows.length > entriesShown ? String(shown.at(-1)!.id) : null,
  }
}

async function conditionsOf({
  by,
  about,
  action,
  from,
  to,
}: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  return {
    action,
    at: { gte: from, lt: to },
    ...(by ? { actorId: { in: await idsOf(by) } } : {}),
    ...(about ? { subjectId: { in: await idsOf(about) } } : {}),
  }
}

async function idsOf(text: string): Promise<string[]> {
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
  return isId ? [text] : findUserIds(text)
}

/** People by their name, bookings by seat and person. */
async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const [users, bookings] = await Promise.all([
    db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    db().booking.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        seat: { select: { label: true } },
        user: { select: { name: true } },
      },
    }),
  ])
  return new Map([
    ...users.map(({ id, name }) => [id, name] as const),
    ...bookings.map(({ id, seat, user }) => [id, `${seat.label} · ${user.name}`] as const),
  ])
}

function textsOf(facts: Prisma.JsonValue): Record<string, string> {
  const entries = Object.entries((facts ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    entries.flatMap(([key, value]) =>
      value === null || value === '' ? [] : [[key, String(value)]],
    ),
  )
}
