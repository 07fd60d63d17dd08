import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { findUsers, usersShown } from './find-users.ts'

startEachTestEmpty()

let admin: UserActor
beforeEach(async () => {
  admin = await makeActor({ role: 'admin', name: 'Barbara', email: 'admin@example.com' })
})

async function namesFor(filter: Parameters<typeof findUsers>[1]) {
  const { users } = await findUsers(admin, filter)
  return users.map(({ name }) => name)
}

describe('findUsers', () => {
  beforeEach(async () => {
    await makeUser({ name: 'Ada Lovelace', email: 'countess@example.com', isVerified: true })
    await makeUser({ name: 'Анна Морозова', email: 'anna_m@example.com', role: 'librarian' })
    await makeUser({ name: '100% Zoë', email: 'zoe@example.com' })
  })

  it.each([
    ['a part of the name in any case', 'LOVE', ['Ada Lovelace']],
    ['a name with a slip in it', 'lovelce', ['Ada Lovelace']],
    ['a Cyrillic name', 'морозов', ['Анна Морозова']],
    ['the beginning of the e-mail in any case', 'Countess@Ex', ['Ada Lovelace']],
    ['signs that mean something to the database, as they are', '100%', ['100% Zoë']],
    ['an underscore as it is', 'anna_', ['Анна Морозова']],
    ['nobody by the middle of an e-mail', 'ample.com', []],
    ['nobody by signs that mean anything', '%%', []],
  ])('finds %s', async (_case, text, names) => {
    expect(await namesFor({ text })).toEqual(names)
  })

  it('filters by role and verification together, and says how many', async () => {
    expect(await namesFor({ role: 'librarian' })).toEqual(['Анна Морозова'])
    expect(await namesFor({ isVerified: true })).toEqual(['Ada Lovelace'])
    expect(await findUsers(admin, { role: 'member', isVerified: false })).toMatchObject({
      count: 1,
    })
  })

  it('does not know who was erased', async () => {
    const { id } = await makeUser({ name: 'Gone' })
    const erased = { name: '', email: null, passwordHash: null, erasedAt: new Date() }
    await db().user.update({ where: { id }, data: erased })
    expect((await findUsers(admin, {})).count).toBe(4)
  })
})

it('turns pages in the order of names, each person once, though many have one name', async () => {
  await db().user.createMany({
    data: Array.from({ length: 2 * usersShown }, (_, i) => ({
      name: `Name ${i % 7}`,
      email: `name-${i}@example.com`,
    })),
  })
  const seen: { id: string; name: string }[] = []
  let after: string | undefined
  do {
    const page = await findUsers(admin, { after })
    seen.push(...page.users)
    after = page.next ?? undefined
  } while (after)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(2 * usersShown + 1)
  expect(seen).toHaveLength(2 * usersShown + 1)
  expect(seen.map(({ name }) => name)).toEqual(seen.map(({ name }) => name).toSorted())
})
