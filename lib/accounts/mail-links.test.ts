import { describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { makeUser } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { linkHours, makeMailLink, peekAtMailLink, useMailLink } from './mail-links.ts'

const now = new Date('2026-11-22T09:00:00Z')
const purposes = ['resetPassword'] as const

async function makeToken(given: { userId?: string; at?: Date } = {}) {
  const userId = given.userId ?? (await makeUser()).id
  const link = { purpose: 'resetPassword' as const, userId, email: 'ada@example.com' }
  const url = await transaction((tx) => makeMailLink(tx, link, given.at ?? now))
  return { url, userId, token: url.slice(url.lastIndexOf('/') + 1) }
}

const use = (token: string, at = now) => transaction((tx) => useMailLink(tx, token, purposes, at))

describe('makeMailLink', () => {
  it('begins with the public address and ends with 32 random bytes, of which only a hash is kept', async () => {
    const { url, token, userId } = await makeToken()
    expect(url).toMatch(/^http:\/\/localhost:3000\/reset-password\/[\w-]{43}$/)
    const row = await db().mailLink.findFirstOrThrow({ where: { userId } })
    expect(row.tokenHash).toMatch(/^[\da-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('takes the worth of the older link of the same purpose', async () => {
    const { token, userId } = await makeToken()
    const newer = await makeToken({ userId })
    await expect(use(token)).rejects.toMatchObject({ code: 'LINK_VOIDED' })
    expect(await use(newer.token)).toMatchObject({ userId })
  })

  it('leaves one live link when 20 are asked for at once', async () => {
    const { id: userId } = await makeUser()
    await Promise.all(Array.from({ length: 20 }, () => makeToken({ userId })))
    expect(await db().mailLink.count({ where: { userId, voidedAt: null } })).toBe(1)
    expect(await db().mailLink.count({ where: { userId } })).toBe(20)
  })
})

describe('useMailLink', () => {
  it('is won by exactly one of 20 who use it at once', async () => {
    const { token } = await makeToken()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => use(token)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(new Set(codes)).toEqual(new Set(['LINK_USED']))
  })

  it('works up to its end and not at it', async () => {
    const end = addMinutes(now, 60 * linkHours.resetPassword)
    const early = await makeToken()
    expect(await use(early.token, new Date(end.getTime() - 1))).toHaveProperty('userId')
    const late = await makeToken()
    await expect(use(late.token, end)).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
  })

  it('knows nothing of a link that was made up, or made for something else', async () => {
    const { token } = await makeToken()
    await expect(use(`${token}x`)).rejects.toMatchObject({ code: 'LINK_UNKNOWN' })
    const other = transaction((tx) => useMailLink(tx, token, ['confirmEmail'], now))
    await expect(other).rejects.toMatchObject({ code: 'LINK_UNKNOWN' })
    expect(await use(token)).toMatchObject({ email: 'ada@example.com' })
  })
})

describe('peekAtMailLink', () => {
  it('takes nothing, however often it is asked, and says what the use would say', async () => {
    const { token } = await makeToken()
    for (let i = 0; i < 3; i++) {
      expect(await peekAtMailLink(token, purposes, now)).toMatchObject({ email: 'ada@example.com' })
    }
    await use(token)
    await expect(peekAtMailLink(token, purposes, now)).rejects.toMatchObject({ code: 'LINK_USED' })
  })
})
