import { fork } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { secretsFile, type OpenDatabase } from './open-database.ts'
import { isEmptyDatabase } from './prepare-database.ts'
import { projectFolder } from './project.ts'
import { LaunchRefusal } from './run-command.ts'
import { chooseDemoPassword, keptDemoPassword } from './secrets.ts'

export const demoAccounts = {
  'member@example.com': 'books a seat and shows the pass',
  'second@example.com': 'another member, after the same seat',
  'unverified@example.com': 'a member whom nobody has verified yet',
  'librarian@example.com': 'lends and takes back',
  'operator@example.com': 'scans',
  'admin@example.com': 'checks people in at the door',
}

export type Demo = { password: string | undefined }

/**
 * Fills an empty database with the demo: always our own, another's only when SEED_DEMO=1. Tells whether the database holds
 * the demo now, and the password of its accounts where it is known.
 */
export async function seedWhenEmpty(
  database: OpenDatabase,
  say: (line: string) => void,
): Promise<Demo | undefined> {
  if (!database.isEmbedded && process.env.SEED_DEMO !== '1') return undefined
  if (await isEmptyDatabase(database.directUrl)) {
    say('Filling the empty database with the demo.')
    await seed(chooseDemoPassword(secretsFile(), process.env))
  }
  if (!(await holdsDemo(database.directUrl))) return undefined
  return { password: keptDemoPassword(secretsFile()) }
}

/** In a process of its own, which takes the Prisma client with it when it ends. */
async function seed(password: string): Promise<void> {
  const child = fork(join(projectFolder, 'prisma', 'seed.ts'), {
    env: { ...process.env, DEMO_PASSWORD: password },
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0)
    throw new LaunchRefusal('The demo could not be put into the database, for the reason above.')
}

async function holdsDemo(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('SELECT FROM users WHERE email = $1', [
    Object.keys(demoAccounts)[0],
  ])
  await client.end()
  return rowCount === 1
}
