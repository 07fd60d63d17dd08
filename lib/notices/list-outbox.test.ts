import { describe, expect, it } from 'vitest'
import { requestEmailConfirmation } from '#lib/accounts/request-email-confirmation.ts'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { listOutbox, mailsShown } from './list-outbox.ts'

startEachTestEmpty()

const now = new Date('2026-11-22T09:00:00Z')

async function arrange(people: string[]) {
  const admin = await makeActor({ role: 'admin' })
  for (const name of people) {
    const user = await makeUser({ email: `${name}@example.com` })
    await requestEmailConfirmation(await makeActor({ user }), now)
  }
  return admin
}

describe('listOutbox', () => {
  it('hides links, wherever they stand, but in the demo', async () => {
    const admin = await arrange(['ada'])
    const { link } = await db().outboxMail.findFirstOrThrow()
    const real = await listOutbox(admin, {})
    expect(real.mails[0]).toMatchObject({ link: null, toEmail: 'ada@example.com' })
    expect(JSON.stringify(real)).not.toContain('/confirm-email/')
    const demo = await listOutbox(admin, {}, true)
    expect(demo.mails[0]).toMatchObject({ link, parts: [expect.any(String), expect.any(String)] })
  })

  it('finds by kind and by a part of the address, and says how many', async () => {
    const admin = await arrange(['ada', 'adam', 'eve'])
    expect(await listOutbox(admin, { address: ' ADA' })).toMatchObject({ count: 2 })
    expect(await listOutbox(admin, { kind: 'confirmEmail' })).toMatchObject({ count: 3 })
    expect(await listOutbox(admin, { kind: 'resetPassword' })).toMatchObject({
      count: 0,
      next: null,
    })
  })

  it('turns pages without losing or repeating one, though new ones come and times are equal', async () => {
    const admin = await makeActor({ role: 'admin' })
    const mail = (createdAt: Date) => ({ kind: 'confirmEmail', locale: 'en', createdAt })
    await db().outboxMail.createMany({
      data: Array.from({ length: 2 * mailsShown + 5 }, (_, i) =>
        mail(addMinutes(now, Math.floor(i / 20))),
      ),
    })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listOutbox(admin, { after })
      seen.push(...page.mails.map(({ id }) => id))
      await db().outboxMail.create({ data: mail(addMinutes(now, 100)) })
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(2 * mailsShown + 5)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('begins at the top for an address that was cut', async () => {
    const admin = await arrange(['ada'])
    expect((await listOutbox(admin, { after: '2026-11-22_x' })).mails).toHaveLength(1)
  })
})
