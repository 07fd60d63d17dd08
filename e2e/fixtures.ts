import { test as base, expect, type APIRequestContext, type BrowserContext } from '@playwright/test'
import type { Role } from '#lib/access/actor.ts'
import { e2eSecrets, findE2eApp, type E2eApp } from '#lib/testing/e2e-app.ts'

export { expect }

export type Visitor = {
  userId: string
  email: string
  context: BrowserContext
  /** Shares the cookies of the context. */
  request: APIRequestContext
}

type Fixtures = {
  /** Somebody new, signed in with a browser of their own. */
  arriveAs: (role: Role, given?: { name?: string; isVerified?: boolean }) => Promise<Visitor>
}

type WorkerFixtures = { app: E2eApp }

export const test = base.extend<Fixtures, WorkerFixtures>({
  /** The app that runs, and its database for what lib imports from now on. */
  app: [
    async ({}, use) => {
      const app = findE2eApp()
      Object.assign(process.env, e2eSecrets, { DATABASE_URL: app.databaseUrl, LOG_LEVEL: 'silent' })
      await use(app)
      const { closeDb } = await import('#lib/db/client.ts')
      await closeDb()
    },
    { scope: 'worker', auto: true },
  ],

  context: async ({ context }, use) => {
    const faults = watch(context)
    await use(context)
    expect(faults, 'faults that the browser saw').toEqual([])
  },

  arriveAs: async ({ browser, contextOptions, baseURL }, use) => {
    const opened: { context: BrowserContext; faults: string[] }[] = []
    await use(async (role, given = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL })
      opened.push({ context, faults: watch(context) })
      const person = await makePerson(role, given)
      await signIn(context.request, person.email)
      return { ...person, context, request: context.request }
    })
    for (const { context, faults } of opened) {
      await context.close()
      expect(faults, 'faults that the browser saw').toEqual([])
    }
  },
})

export const password = 'a password of the journeys'

let hash: Promise<string> | undefined

/** Somebody new in the database, who can sign in with `password`. */
export async function makePerson(role: Role, given: { name?: string; isVerified?: boolean } = {}) {
  const { hashPassword } = await import('#lib/accounts/hash-password.ts')
  const { makeUser } = await import('#lib/testing/factories.ts')
  const { id, email } = await makeUser({
    role,
    passwordHash: await (hash ??= hashPassword(password)),
    ...given,
  })
  return { userId: id, email }
}

/** What the form does, without the form. */
export async function signIn(
  request: APIRequestContext,
  email: string,
  secret = password,
): Promise<void> {
  const response = await postCredentials(request, email, secret)
  expect(response.status(), 'signing in').toBe(200)
}

export async function postCredentials(request: APIRequestContext, email: string, secret: string) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  return request.post('/api/auth/callback/credentials', {
    form: { email, password: secret, csrfToken, json: 'true' },
    maxRedirects: 0,
  })
}

/** Errors of scripts and breaches of the content security policy, which no journey may cause. */
export function watch(context: BrowserContext): string[] {
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(error.error().message))
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && /content security policy/i.test(text)) faults.push(text)
  })
  return faults
}
