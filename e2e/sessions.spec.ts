import type { APIRequestContext } from '@playwright/test'
import { expect, password, postCredentials, signIn, test } from './fixtures.ts'

// Routes that answer only members, and only admins.
const forMembers = '/api/v1/pass-keys'
const forAdmins = '/api/v1/check-in/arrivals?venueId=00000000-0000-4000-8000-000000000000'

async function statusOf(request: APIRequestContext, path: string): Promise<number> {
  return (await request.get(path, { maxRedirects: 0 })).status()
}

test('sign-out bites on the next request, for every copy of the cookie', async ({
  arriveAs,
  browser,
  baseURL,
}) => {
  const member = await arriveAs('member')
  const storageState = await member.context.storageState()
  const thief = await browser.newContext({ baseURL, storageState })
  expect(await statusOf(thief.request, forMembers)).toBe(200)

  const page = await member.context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: /Account and settings/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')

  expect(await statusOf(member.request, forMembers)).toBe(401)
  expect(await statusOf(thief.request, forMembers)).toBe(401)
  expect(await statusOf(thief.request, '/bookings')).toBe(307)
  const names = (await member.context.cookies()).map(({ name }) => name)
  expect(names).not.toContain('next-auth.session-token')
  await thief.close()
})

test('the sign-out of the library ends the session as well', async ({
  arriveAs,
  playwright,
  baseURL,
}) => {
  const { request } = await arriveAs('member')
  const storageState = await request.storageState()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  await request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
  const copy = await playwright.request.newContext({ baseURL, storageState })
  expect(await statusOf(copy, forMembers)).toBe(401)
  await copy.dispose()
})

test('a role that is taken away is gone on the next request', async ({ arriveAs }) => {
  const { db } = await import('#lib/db/client.ts')
  const { userId, request } = await arriveAs('admin')
  expect(await statusOf(request, forAdmins)).not.toBe(403)
  await db().userRole.deleteMany({ where: { userId } })
  expect(await statusOf(request, forAdmins)).toBe(403)
})

test('a raised session version ends every session of the person', async ({
  arriveAs,
  playwright,
  baseURL,
}) => {
  const { db } = await import('#lib/db/client.ts')
  const { userId, email, request } = await arriveAs('member')
  const elsewhere = await playwright.request.newContext({ baseURL })
  await signIn(elsewhere, email)
  await db().user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
  expect(await statusOf(request, forMembers)).toBe(401)
  expect(await statusOf(elsewhere, forMembers)).toBe(401)
  await signIn(elsewhere, email)
  expect(await statusOf(elsewhere, forMembers)).toBe(200)
  await elsewhere.dispose()
})

test('a forged cookie is nobody’s', async ({ arriveAs, playwright, baseURL }) => {
  const { request } = await arriveAs('member')
  const { cookies } = await request.storageState()
  const { value } = cookies.find(({ name }) => name === 'next-auth.session-token')!
  const flipped = value.slice(0, -6) + (value.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA')
  for (const forged of [flipped, 'nonsense', '{}', '']) {
    const cookie = `next-auth.session-token=${forged}`
    const forger = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } })
    expect(await statusOf(forger, forMembers), forged).toBe(401)
    expect(await statusOf(forger, '/sign-in'), forged).toBe(200)
    await forger.dispose()
  }
})

test('the cookie is for the server alone and says nothing about the person', async ({
  arriveAs,
  context,
}) => {
  const { email } = await arriveAs('member')
  await signIn(context.request, email)
  const cookie = (await context.cookies()).find(({ name }) => name === 'next-auth.session-token')!
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const session = await (await context.request.get('/api/auth/session')).json()
  expect(Object.keys(session).sort()).toEqual(['expires', 'sessionId'])
})

test('nobody signs in without the token of the form, with a body that is too large or is not one', async ({
  playwright,
  baseURL,
}) => {
  const { makePerson } = await import('./fixtures.ts')
  const { email } = await makePerson('member')
  const stranger = await playwright.request.newContext({ baseURL })
  const credentials = '/api/auth/callback/credentials'
  const form = { email, password, json: 'true' }
  await stranger.post(credentials, { form, maxRedirects: 0 })
  await stranger.post(credentials, { form: { ...form, csrfToken: 'made up' }, maxRedirects: 0 })
  const large = await stranger.post(credentials, { form: { ...form, filler: 'x'.repeat(20_000) } })
  expect(large.status()).toBe(413)
  expect(await large.json()).toMatchObject({ code: 'BODY_TOO_LARGE' })
  const broken = await stranger.post(credentials, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: Buffer.from([0xff, 0xfe, 0x00]),
  })
  expect(broken.status()).toBe(400)
  const json = await stranger.post(credentials, { data: { email: { $ne: null } } })
  expect(json.status()).toBe(422)
  expect(await statusOf(stranger, forMembers)).toBe(401)
  await stranger.dispose()
})

test('a wrong password and an unknown e-mail get the same answer', async ({ request }) => {
  const { makePerson } = await import('./fixtures.ts')
  const { email } = await makePerson('member')
  const wrong = await postCredentials(request, email, 'a wrong password')
  const unknown = await postCredentials(request, 'nobody@example.com', 'a wrong password')
  expect(wrong.status()).toBe(401)
  expect(unknown.status()).toBe(401)
  expect(await wrong.text()).toBe(await unknown.text())
})

test('a session that was ended is no session for the library either', async ({ arriveAs }) => {
  const { db } = await import('#lib/db/client.ts')
  const { userId, request } = await arriveAs('member')
  expect(await (await request.get('/api/auth/session')).json()).toHaveProperty('sessionId')
  await db().session.updateMany({ where: { userId }, data: { revokedAt: new Date() } })
  const session = await request.get('/api/auth/session')
  expect([session.status(), await session.json()]).toEqual([200, {}])
})

test('what is not used of the library is not there', async ({ request }) => {
  const form = { level: 'error', code: 'MADE_UP' }
  for (const path of ['_log', 'callback/other', 'signin/credentials', 'constructor']) {
    for (const answer of [
      await request.get(`/api/auth/${path}`),
      await request.post(`/api/auth/${path}`, { form }),
    ]) {
      expect(answer.status(), path).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND' })
    }
  }
  const callback = await request.get('/api/auth/callback/credentials')
  expect([callback.status(), callback.headers()['allow']]).toEqual([405, 'POST'])
  const csrf = await request.post('/api/auth/csrf', { form })
  expect([csrf.status(), csrf.headers()['allow']]).toEqual([405, 'GET'])
})

test('signing in over an old session ends it', async ({ arriveAs }) => {
  const { db } = await import('#lib/db/client.ts')
  const { makePerson } = await import('./fixtures.ts')
  const { userId, email, request } = await arriveAs('member')
  await signIn(request, email)
  const other = await makePerson('member')
  await signIn(request, other.email)
  const own = await db().session.findMany({ where: { userId } })
  expect(own).toHaveLength(2)
  expect(own.filter(({ revokedAt }) => revokedAt === null)).toEqual([])
  expect(await statusOf(request, forMembers)).toBe(200)
})
