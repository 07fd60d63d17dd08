import { randomBytes, randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { LaunchRefusal } from './run-command.ts'

/** What several processes must share, so that none may make up its own. */
const makers = {
  AUTH_SECRET: () => randomBytes(32).toString('base64url'),
  PASS_SECRET: () => randomBytes(32).toString('base64url'),
  // Next wants the key of an AES cipher: 32 bytes in plain base64.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString('base64'),
}

const names = Object.keys(makers) as (keyof typeof makers)[]

/** Fills `environment` with the secrets that it lacks, from the file; those that the file lacks too are made once. */
export function fillSecrets(file: string, environment: NodeJS.ProcessEnv): void {
  const kept = readPrivately(file)
  const made = names.filter((name) => !isSet(environment, name) && !kept[name])
  for (const name of made) kept[name] = makers[name]()
  if (made.length > 0) writePrivately(file, kept)
  for (const name of names) if (!isSet(environment, name)) environment[name] = kept[name]
}

/** Whoever brings a database brings the secrets too: other processes may run against the same data. */
export function requireSecrets(environment: NodeJS.ProcessEnv): void {
  const missing = names.filter((name) => !isSet(environment, name))
  if (missing.length === 0) return
  throw new LaunchRefusal(
    `With DATABASE_URL set, these settings must be set too: ${missing.join(', ')} (make each with: openssl rand -base64 32).`,
  )
}

/** The password for new demo accounts: the one that is set, or else one that is made. */
export function chooseDemoPassword(environment: NodeJS.ProcessEnv): string {
  return isSet(environment, 'DEMO_PASSWORD') ? environment.DEMO_PASSWORD! : makePassword()
}

/** Kept, because the accounts keep it too, whatever is set later. */
export function keepDemoPassword(file: string, password: string): void {
  writePrivately(file, { ...readPrivately(file), DEMO_PASSWORD: password })
}

export function keptDemoPassword(file: string): string | undefined {
  return readPrivately(file).DEMO_PASSWORD
}

/** A JSON object of strings; empty when there is no such file yet. */
export function readPrivately(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    if (!(error instanceof SyntaxError)) throw error
    throw new LaunchRefusal(`${file} is damaged: restore it, or move it away.`)
  }
}

export function writePrivately(file: string, content: Record<string, string>): void {
  replacePrivately(file, `${JSON.stringify(content, null, 2)}\n`)
}

/** Written beside and renamed, so that a start that is cut off leaves the old file or the new one. */
export function replacePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, file)
}

function isSet(environment: NodeJS.ProcessEnv, name: string): boolean {
  return Boolean(environment[name]?.trim())
}

/** Easy to type on a phone: three groups of four letters and digits, without those that look alike. */
function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const pick = () => letters[randomInt(letters.length)]
  return [1, 2, 3].map(() => Array.from({ length: 4 }, pick).join('')).join('-')
}
