import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { encode } from 'next-auth/jwt'
import { pickFreePort } from '#lib/launch/ports.ts'
import { e2eSecrets } from '#lib/testing/e2e-app.ts'
import { expect, password, test as base } from './fixtures.ts'

/** The address of a web whose database is away: nobody listens where it should. */
const test = base.extend<{ forsaken: string }>({
  forsaken: async ({}, use) => {
    const port = await pickFreePort()
    const nowhere = 'postgresql://nobody@127.0.0.1:9/nothing'
    const web = fork('lib/launch/web.ts', {
      env: {
        ...process.env,
        ...e2eSecrets,
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 'test').toString('base64'),
        NODE_ENV: 'production',
        DATABASE_URL: nowhere,
        DATABASE_DIRECT_URL: nowhere,
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: `http://localhost:${port}`,
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    await once(web, 'message')
    await use(`http://localhost:${port}`)
    web.kill('SIGTERM')
    await once(web, 'exit')
  },
})

test('health tells the whole, with a worker that beats', async ({ request }) => {
  await expect
    .poll(async () => (await (await request.get('/health')).json()).worker.status)
    .toBe('ok')
  const response = await request.get('/health')
  expect(response.status()).toBe(200)
  expect(response.headers()['cache-control']).toBe('no-store')
  expect(await response.json()).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: { status: 'ok', latencyMs: expect.any(Number) },
    migrations: { status: 'ok' },
    worker: {
      status: 'ok',
      lastBeatAt: expect.stringMatching(/Z$/),
      ageSeconds: expect.any(Number),
    },
  })
})

test('alive, ready and ping answer in a word', async ({ request }) => {
  expect(await (await request.get('/health/live')).json()).toEqual({ status: 'alive' })
  expect(await (await request.get('/health/ready')).json()).toEqual({ status: 'ready' })
  expect(await (await request.get('/ping')).text()).toBe('pong')
})

test('a web whose database is away says so on every page, with its status', async ({
  forsaken,
  context,
  page,
}) => {
  const value = await cookieOfSomebody()
  await context.addCookies([{ name: 'next-auth.session-token', value, url: forsaken }])
  for (const path of ['/', '/seats', '/bookings', '/admin/check-in', '/sign-in']) {
    const response = await page.goto(forsaken + path)
    expect(response?.status(), path).toBe(503)
    expect(response?.headers()['retry-after'], path).toBe('10')
    expect(response?.headers()['content-security-policy'], path).toContain("'nonce-")
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(
      'The reading room’s records cannot be reached',
    )
  }
})

test('a web whose database is away refuses what is sent with that status', async ({
  forsaken,
  request,
}) => {
  const session = await request.get(`${forsaken}/api/v1/pass-keys`, {
    headers: { cookie: `next-auth.session-token=${await cookieOfSomebody()}` },
  })
  expect([session.status(), session.headers()['retry-after']]).toEqual([503, '10'])
  expect(await session.json()).toMatchObject({ code: 'UNAVAILABLE' })

  const input = { key: crypto.randomUUID(), name: 'Ada', email: 'ada@example.com', password }
  const registered = await request.post(`${forsaken}/register`, {
    headers: { 'next-action': findAction('register'), 'content-type': 'text/plain' },
    data: JSON.stringify([input]),
  })
  expect([registered.status(), registered.headers()['retry-after']]).toEqual([503, '10'])
  expect(await registered.text()).toContain('"code":"UNAVAILABLE"')

  const { csrfToken } = await (await request.get(`${forsaken}/api/auth/csrf`)).json()
  const signedIn = await request.post(`${forsaken}/api/auth/callback/credentials`, {
    form: { email: input.email, password, csrfToken, json: 'true' },
  })
  expect(signedIn.status()).toBe(503)
  expect((await signedIn.json()).url).toContain('error=UNAVAILABLE')
  // Whoever restarts a process that is not alive must not do so now.
  expect((await request.get(`${forsaken}/health/live`)).status()).toBe(200)
  expect((await request.get(`${forsaken}/health/ready`)).status()).toBe(503)
})

function findAction(name: string): string {
  const manifest = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  ) as { node: Record<string, { exportedName: string }> }
  return Object.entries(manifest.node).find(([, one]) => one.exportedName === name)![0]
}

function cookieOfSomebody(): Promise<string> {
  const token = { userId: crypto.randomUUID(), sessionId: crypto.randomUUID() }
  return encode({ token, secret: e2eSecrets.AUTH_SECRET })
}
