import { describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from './database.ts'
import { makeUser } from './factories.ts'

startEachTestEmpty()

describe('the database of a test', () => {
  it.each(['first', 'second'])('holds nothing of the test before (%s)', async () => {
    expect(await db().user.count()).toBe(0)
    await makeUser()
    expect(await db().user.count()).toBe(1)
  })

  it('is reached from a zone that no test expects', () => {
    expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(-345)
  })
})
