import { chromium, type Page } from '@playwright/test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '#lib/testing/browser.ts'

// Runs in the other namespace, with the address of the house: what a phone does, step by step.
const host = process.argv[2]!
const plain = `http://${host}:3000`
const secure = `https://${host}:3443`
const home = mkdtempSync(join(tmpdir(), 'phone-'))

try {
  const authority = await readTrustPage()
  await lookAtHeaders(authority)
  await openUntrusted()
  await openTrusted(authority)
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function readTrustPage(): Promise<X509Certificate> {
  const page = await fetch(plain, { headers: { 'accept-language': 'pl' } })
  assert.match(await page.text(), new RegExp(`<html lang="pl">[^]*href="${secure}/"`))
  const file = await fetch(`${plain}/carrel.crt`)
  assert.equal(file.headers.get('content-type'), 'application/x-x509-ca-cert')
  assert.equal((await fetch(`${plain}/sign-in`, { redirect: 'manual' })).status, 307)
  say('the page over plain HTTP explains, hands out the certificate, and is all there is')
  return new X509Certificate(Buffer.from(await file.arrayBuffer()))
}

/** By a client that checks the chain, the address and what the authority may vouch for. */
async function lookAtHeaders(authority: X509Certificate): Promise<void> {
  const page = await headersOf('/sign-in', authority)
  assert.equal(page['strict-transport-security'], undefined)
  assert.equal(page['cross-origin-opener-policy'], 'same-origin')
  assert.match(String(page['content-security-policy']), /script-src 'self' 'nonce-/)
  const cookies = (await headersOf('/api/auth/csrf', authority))['set-cookie'] ?? []
  assert.ok(
    cookies.length > 0 && cookies.every((cookie) => /^__(Secure|Host)-.*; Secure/.test(cookie)),
  )
  say(
    'the chain holds for the address; policies are set, cookies secure, and nothing binds to HTTPS for long',
  )
}

async function openUntrusted(): Promise<void> {
  const browser = await launch('untrusted', [])
  await assert.rejects(
    browser.newPage().then((page) => page.goto(secure)),
    /ERR_CERT_AUTHORITY_INVALID/,
  )
  const page = await browser.newPage()
  await page.goto(plain)
  assert.equal(await page.evaluate(() => isSecureContext || 'mediaDevices' in navigator), false)
  await browser.close()
  say('a browser that does not trust the certificate refuses, and has no camera over plain HTTP')
}

async function openTrusted(authority: X509Certificate): Promise<void> {
  const browser = await launch('trusted', trust(authority))
  const page = await browser.newPage()
  await page.goto(plain)
  await page.getByRole('link', { name: 'Open Carrel' }).click()
  await page.waitForURL(`${secure}/**`)
  await signIn(page, 'member@example.com')
  assert.equal(await page.evaluate(() => isSecureContext), true)
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  assert.equal(scope, `${secure}/`)
  const camera = await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true })
    return stream.getVideoTracks().map(({ readyState }) => readyState)
  })
  assert.deepEqual(camera, ['live'])
  say('once trusted: a session, a secure context, a service worker and a camera')

  await page.waitForFunction(async () => Boolean(await caches.match('/pass')))
  await browser.setOffline(true)
  await page.goto(`${secure}/pass`)
  await page.getByRole('heading').first().waitFor()
  say('the pass opens without a network')
  await browser.close()
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${secure}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(process.env.DEMO_PASSWORD!)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${secure}/`)
}

/** As a person would, where there is certutil; else the browser is told the key of the authority. */
function trust(authority: X509Certificate): string[] {
  const store = join(home, '.pki', 'nssdb')
  const file = join(home, 'carrel.pem')
  writeFileSync(file, authority.toString())
  mkdirSync(store, { recursive: true })
  try {
    execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password'], { stdio: 'ignore' })
    execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'carrel', '-i', file])
    say('trust: by the certificate store of the user')
    return []
  } catch {
    const key = authority.publicKey.export({ type: 'spki', format: 'der' })
    say('trust: by the key of the authority, because there is no certutil here')
    return [
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ]
  }
}

async function launch(profile: string, more: string[]) {
  const { executablePath, args } = await findBrowser()
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
  return chromium.launchPersistentContext(join(home, profile), {
    executablePath,
    args: [...args, ...camera, ...more],
    env: { ...process.env, HOME: home } as Record<string, string>,
    locale: 'en-GB',
  })
}

function headersOf(path: string, authority: X509Certificate) {
  return new Promise<IncomingHttpHeaders>((resolve, reject) => {
    get(`${secure}${path}`, { ca: authority.toString(), agent: false }, (answer) => {
      answer.resume()
      resolve(answer.headers)
    }).on('error', reject)
  })
}

function say(line: string): void {
  console.log(`✓ ${line}`)
}
