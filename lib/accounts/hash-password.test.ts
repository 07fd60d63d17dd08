import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './hash-password.ts'

describe('hashPassword', () => {
  it('is argon2id with 19 MiB, two passes and one lane, salted anew each time', async () => {
    const [first, second] = await Promise.all([hashPassword('a word'), hashPassword('a word')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(first).not.toBe(second)
  })
})

describe('verifyPassword', () => {
  it('tells the right password from a wrong one', async () => {
    const hash = await hashPassword('a word')
    expect(await verifyPassword(hash, 'a word')).toBe(true)
    expect(await verifyPassword(hash, 'A word')).toBe(false)
  })

  it('says no for nobody, even to the word that stands in for their password', async () => {
    expect(await verifyPassword(null, 'the password of nobody')).toBe(false)
    expect(await verifyPassword(undefined, '')).toBe(false)
  })

  it('takes as long for nobody as for somebody', async () => {
    const hash = await hashPassword('a word')
    await verifyPassword(null, 'warm')
    const somebody = await fastestOf(8, () => verifyPassword(hash, 'wrong'))
    const nobody = await fastestOf(8, () => verifyPassword(null, 'wrong'))
    expect(nobody).toBeGreaterThan(somebody / 2)
    expect(nobody).toBeLessThan(somebody * 2)
  })

  it('serves a crowd, each in turn', async () => {
    const hash = await hashPassword('a word')
    const crowd = Array.from({ length: 40 }, (_, i) => verifyPassword(hash, i % 2 ? 'a word' : 'b'))
    expect((await Promise.all(crowd)).filter(Boolean)).toHaveLength(20)
  })

  it('frees its place when a hash cannot be read', async () => {
    const broken = Array.from({ length: 8 }, () => verifyPassword('no hash at all', 'a word'))
    const outcomes = await Promise.allSettled(broken)
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
    expect(await verifyPassword(await hashPassword('a word'), 'a word')).toBe(true)
  })
})

/** The least of several times is the one that a busy machine disturbed least. */
async function fastestOf(times: number, work: () => Promise<unknown>): Promise<number> {
  let fastest = Infinity
  for (let i = 0; i < times; i++) {
    const startedAt = performance.now()
    await work()
    fastest = Math.min(fastest, performance.now() - startedAt)
  }
  return fastest
}
