import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { pages, routes } from './access-table.ts'
import { expect, makePerson, password, postCredentials, test } from './fixtures.ts'

const isFixed = (path: string) => !path.includes('[')
const pagePaths = Object.keys(pages).filter(isFixed)
const routePaths = Object.keys(routes).filter(isFixed)

test('every page has a policy in which an evaluator finds no hole', async ({
  arriveAs,
  request,
}) => {
  const { request: signedIn } = await arriveAs('member')
  for (const path of [...pagePaths, '/nothing-is-here']) {
    for (const door of [request, signedIn]) {
      const response = await door.get(path, { maxRedirects: 0 })
      const policy = response.headers()['content-security-policy'] ?? ''
      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()
      const grave = findings.filter(({ severity }) => severity <= Severity.MEDIUM)
      expect(policy, path).not.toBe('')
      expect(grave, path).toEqual([])
    }
  }
})

test('no two pages share a nonce, and the scripts carry theirs', async ({ request }) => {
  const nonces = new Set<string>()
  for (let i = 0; i < 3; i++) {
    const response = await request.get('/sign-in')
    const policy = response.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(3)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('everything is sent with the headers that hold a browser back', async ({ request }) => {
  for (const path of [...pagePaths, ...routePaths, '/nothing-is-here']) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.headers(), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=(self)'),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(response.headers(), path).not.toHaveProperty('x-powered-by')
  }
})

test('what leads elsewhere, or nowhere, is held back too', async ({ request }) => {
  for (const [path, status] of [
    ['/seats/', 308],
    ['/health/', 308],
    ['/api/v1/nothing-is-here', 404],
    ['/_next/static/nothing-is-here.js', 404],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status(), path).toBe(status)
    const { 'content-security-policy': policy, ...headers } = response.headers()
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff' })
  }
})

test('what is about a person is never stored on the way', async ({ arriveAs }) => {
  const { request } = await arriveAs('member')
  for (const path of [...pagePaths, '/api/v1/pass-keys', '/api/auth/session', '/health']) {
    const response = await request.get(path, { maxRedirects: 0 })
    if (response.status() === 200)
      expect(response.headers()['cache-control'], path).toContain('no-store')
  }
})

test('the log of a sign-in holds the request and nothing of the person', async ({
  app,
  request,
}) => {
  const name = 'Philippa Loggerhead'
  const { email } = await makePerson('member', { name })
  await postCredentials(request, email, 'a wrong password here')
  await postCredentials(request, email, password)
  await request.get('/')
  const last = await request.get('/api/auth/session')
  const requestId = last.headers()['x-request-id']!

  const logFile = join(app.folder, 'logs', 'web.log')
  await expect.poll(() => readFileSync(logFile, 'utf8')).toContain(requestId)
  const log = readFileSync(logFile, 'utf8')
  expect(log).toContain('"path":"/api/auth/callback/credentials"')
  for (const secret of [
    email,
    'Loggerhead',
    password,
    'a wrong password here',
    'next-auth.session-token',
  ]) {
    expect(log, secret).not.toContain(secret)
    expect(log, secret).not.toContain(encodeURIComponent(secret))
  }
})
