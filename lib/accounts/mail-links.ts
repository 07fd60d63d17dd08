import { createHash, randomBytes } from 'node:crypto'
import { db, type Tx } from '#lib/db/client.ts'
import type { MailLinkPurpose } from '#lib/db/generated/enums.ts'
import { lockPerson } from '#lib/db/locks.ts'
import { env } from '#lib/env.ts'
import { DomainError } from '#lib/errors.ts'
import { hourMs } from '#lib/time.ts'

/** How long a link is worth something. A reset opens the whole account, so it is short. */
export const linkHours: Record<MailLinkPurpose, number> = {
  resetPassword: 1,
  confirmEmail: 24,
  changeEmail: 24,
  firstAdmin: 24,
}

const paths: Record<MailLinkPurpose, string> = {
  resetPassword: 'reset-password',
  confirmEmail: 'confirm-email',
  changeEmail: 'confirm-email',
  firstAdmin: 'first-admin',
}

type LinkFacts = { usedAt: Date | null; voidedAt: Date | null; expiresAt: Date }

/**
 * Makes a link and returns its address, which is nowhere else afterwards: the database holds a hash. A newer one for the
 * same person and purpose takes the older one's worth. The address begins with the public one of the settings, because a
 * `Host` header is whatever a sender says.
 */
export async function makeMailLink(
  tx: Tx,
  link: { purpose: MailLinkPurpose; userId: string | null; email: string },
  now: Date,
): Promise<string> {
  const { purpose, userId } = link
  // Two that are made at once would both find nothing to void.
  if (userId) await lockPerson(tx, userId)
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('carrel first admin'))`
  await voidMailLinks(tx, userId, [purpose], now)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + linkHours[purpose] * hourMs)
  await tx.mailLink.create({
    data: { ...link, tokenHash: hashOf(token), createdAt: now, expiresAt },
  })
  return new URL(`/${paths[purpose]}/${token}`, env().PUBLIC_URL).href
}

/** Takes the worth of a link, once: of many at the same time, exactly one gets it and the others are refused. */
export async function useMailLink(
  tx: Tx,
  token: string,
  purposes: readonly MailLinkPurpose[],
  now: Date,
): Promise<{ purpose: MailLinkPurpose; userId: string | null; email: string }> {
  const { id, purpose, userId, email } = await getLink(tx, token, purposes)
  // Person before link, as in all other writers.
  if (userId) await lockPerson(tx, userId)
  const { count } = await tx.mailLink.updateMany({
    where: { id, usedAt: null, voidedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count === 0) throw refusalOf(await tx.mailLink.findUniqueOrThrow({ where: { id } }), now)
  return { purpose, userId, email }
}

/**
 * What a page may know before the person presses the button. It takes nothing: scanners of mail open links ahead of
 * people. Throws the refusal that the use would meet.
 */
export async function peekAtMailLink(
  token: string,
  purposes: readonly MailLinkPurpose[],
  now: Date,
): Promise<{ purpose: MailLinkPurpose; email: string }> {
  const link = await getLink(db(), token, purposes)
  const refusal = refusalOf(link, now)
  if (refusal) throw refusal
  return { purpose: link.purpose, email: link.email }
}

/** Takes the worth of all links of a person for these purposes. */
export async function voidMailLinks(
  tx: Tx,
  userId: string | null,
  purposes: MailLinkPurpose[],
  now: Date,
): Promise<void> {
  await tx.mailLink.updateMany({
    where: { userId, purpose: { in: purposes }, usedAt: null, voidedAt: null },
    data: { voidedAt: now },
  })
}

async function getLink(tx: Tx, token: string, purposes: readonly MailLinkPurpose[]) {
  const link = await tx.mailLink.findUnique({ where: { tokenHash: hashOf(token) } })
  // Without its address, the person has been erased.
  if (!link?.email || !purposes.includes(link.purpose)) throw new DomainError('LINK_UNKNOWN')
  return { ...link, email: link.email }
}

function refusalOf(link: LinkFacts, now: Date): DomainError | null {
  if (link.usedAt) return new DomainError('LINK_USED')
  if (link.voidedAt) return new DomainError('LINK_VOIDED')
  return link.expiresAt <= now ? new DomainError('LINK_EXPIRED') : null
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
