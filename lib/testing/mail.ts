import { db } from '#lib/db/client.ts'

/** The newest mail of a kind to an address, with the token of its link. */
export async function newestMail(toEmail: string, kind: string) {
  const mail = await db().outboxMail.findFirst({
    where: { toEmail, kind },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return mail && { ...mail, token: mail.link?.slice(mail.link.lastIndexOf('/') + 1) ?? '' }
}

/** As {@link newestMail}, for a mail that must be there. */
export async function tokenMailed(toEmail: string, kind: string): Promise<string> {
  const mail = await newestMail(toEmail, kind)
  if (!mail) throw new Error(`No mail of kind ${kind}`)
  return mail.token
}
