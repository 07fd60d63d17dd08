import { fork } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { secretsFile, type OpenDatabase } from './open-database.ts'
import { projectFolder } from './project.ts'
import { LaunchRefusal } from './run-command.ts'
import { chooseDemoPassword, keepDemoPassword, keptDemoPassword } from './secrets.ts'

export const demoAccounts = {
  'member@example.com': 'books a seat and shows the pass',
  'second@example.com': 'another member, after the same seat',
  'unverified@example.com': 'a member whom nobody has verified yet',
  'librarian@example.com': 'lends and takes back',
  'operator@example.com': 'scans',
  'admin@example.com': 'checks people in at the door',
}

/** The password is only known for our own database, or when the demo was made just now. */
export type Demo = { password: string | undefined }

/**
 * Fills an empty database with the demo: always our own, another's only when SEED_DEMO=1. Undefined when the database holds
 * no demo.
 */
export async function seedWhenEmpty(
  database: OpenDatabase,
  say: (line: string) => void,
): Promise<Demo | undefined> {
  if (!database.isEmbedded && process.env.SEED_DEMO !== '1') return undefined
  const found = await look(database.directUrl)
  if (!found.isEmpty) return found.hasDemo ? { password: findPassword(database) } : undefined

  say('Filling the empty database with the demo.')
  const password = chooseDemoPassword(process.env)
  if (database.isEmbedded) keepDemoPassword(secretsFile(), password)
  await seedDemoInto(process.env.DATABASE_URL!, password)
  return { password }
}

/** In the folder of our own database; another's may have got its demo from another machine. */
function findPassword({ isEmbedded }: OpenDatabase): string | undefined {
  return isEmbedded ? keptDemoPassword(secretsFile()) : undefined
}

/** In a process of its own, which takes the Prisma client with it when it ends. */
export async function seedDemoInto(url: string, password: string): Promise<void> {
  const child = fork(join(projectFolder, 'prisma', 'seed.ts'), {
    env: { ...process.env, DATABASE_URL: url, DEMO_PASSWORD: password },
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code === 0) return
  throw new LaunchRefusal('The demo could not be put into the database, for the reason above.')
}

async function look(url: string): Promise<{ isEmpty: boolean; hasDemo: boolean }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `SELECT NOT EXISTS (SELECT FROM users) AND NOT EXISTS (SELECT FROM venues) AS "isEmpty",
            EXISTS (SELECT FROM users WHERE email = $1) AS "hasDemo"`,
    [Object.keys(demoAccounts)[0]],
  )
  await client.end()
  return rows[0]
}
