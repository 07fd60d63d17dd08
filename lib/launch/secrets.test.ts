import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  chooseDemoPassword,
  fillSecrets,
  keepDemoPassword,
  keptDemoPassword,
  requireSecrets,
} from './secrets.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  file = join(folder, 'data', 'secrets.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

function environment(given: Record<string, string> = {}) {
  return given as NodeJS.ProcessEnv
}

describe('fillSecrets', () => {
  it('makes what is unset or blank once, and keeps it where only the owner reads', () => {
    const first = environment({ AUTH_SECRET: ' ' })
    fillSecrets(file, first)
    expect(first.AUTH_SECRET).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(first.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY!, 'base64')).toHaveLength(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)

    const second = environment()
    fillSecrets(file, second)
    expect(second).toEqual(first)
  })

  it('leaves what is set as it is, and out of the file', () => {
    const given = environment({ PASS_SECRET: 'from the environment' })
    fillSecrets(file, given)
    expect(given.PASS_SECRET).toBe('from the environment')
    expect(readFileSync(file, 'utf8')).not.toMatch(/PASS_SECRET/)
  })

  it('does not make new secrets over a damaged file', () => {
    fillSecrets(file, environment())
    writeFileSync(file, '{"AUTH_SECRET": "cut')
    expect(() => fillSecrets(file, environment())).toThrow(/damaged: restore it, or move it away/)
  })
})

describe('requireSecrets', () => {
  it('names all that are missing in one sentence', () => {
    expect(() => requireSecrets(environment({ PASS_SECRET: 'x' }))).toThrow(
      /must be set too: AUTH_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY /,
    )
  })
})

describe('the password of the demo', () => {
  it('is made when unset, and is easy to type on a phone', () => {
    const [one, another] = [chooseDemoPassword(environment()), chooseDemoPassword(environment())]
    expect(one).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    expect(one).not.toBe(another)
    expect(chooseDemoPassword(environment({ DEMO_PASSWORD: 'chosen' }))).toBe('chosen')
  })

  it('is kept beside the secrets', () => {
    const given = environment()
    fillSecrets(file, given)
    keepDemoPassword(file, 'abcd-efgh-2345')
    expect(keptDemoPassword(file)).toBe('abcd-efgh-2345')
    const later = environment()
    fillSecrets(file, later)
    expect(later).toEqual(given)
  })
})
