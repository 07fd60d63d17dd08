import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { readKeyset, writeKeyset } from '#lib/db/keyset.ts'
import { env } from '#lib/env.ts'
import { linkPlaceholder, type MailKind } from './write-mail.ts'

export const mailsShown = 30

export type OutboxFilter = { kind?: MailKind; address?: string; after?: string }

export type MailView = {
  id: string
  kind: MailKind
  toEmail: string | null
  subject: string | null
  /** Before and after the link; a mail without one is a single part. */
  parts: string[]
  /** Null where it is hidden. */
  link: string | null
  createdAt: Date
}

/**
 * Mails as they were written, the newest first. A link lets whoever has it into an account, so admins see it in the demo
 * alone, where all people are invented.
 */
export async function listOutbox(
  actor: Actor,
  { kind, address, after }: OutboxFilter,
  isDemo = env().CARREL_DEMO !== undefined,
): Promise<{ mails: MailView[]; count: number; next: string | null }> {
  assertCan(actor, 'outbox.view')
  const where: Prisma.OutboxMailWhereInput = {
    kind,
    ...(address ? { toEmail: { contains: address.trim().toLowerCase() } } : {}),
  }
  const begin = readKeyset(after)
  const [count, rows] = await Promise.all([
    db().outboxMail.count({ where }),
    db().outboxMail.findMany({
      where: begin
        ? {
            AND: [
              where,
              {
                OR: [
                  { createdAt: { lt: begin.at } },
                  { createdAt: begin.at, id: { lt: begin.id } },
                ],
              },
            ],
          }
        : where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mailsShown + 1,
    }),
  ])
  const shown = rows.slice(0, mailsShown)
  const last = rows.length > mailsShown ? shown.at(-1) : undefined
  return {
    count,
    mails: shown.map((mail) => ({
      id: mail.id,
      kind: mail.kind as MailKind,
      toEmail: mail.toEmail,
      subject: mail.subject,
      parts: mail.text?.split(linkPlaceholder) ?? [],
      link: isDemo ? mail.link : null,
      createdAt: mail.createdAt,
    })),
    next: last ? writeKeyset({ at: last.createdAt, id: last.id }) : null,
  }
}
