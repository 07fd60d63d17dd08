import { join } from 'node:path'
import { openPostgres } from './postgres.ts'
import { dataFolder } from './project.ts'
import { LaunchRefusal } from './run-command.ts'
import { fillSecrets, requireSecrets } from './secrets.ts'

export type OpenDatabase = {
  isEmbedded: boolean
  /** For migrations and locks: the server itself, past any pooler. */
  directUrl: string
  /** Where its files lie, when they are ours. */
  cluster?: string
  stop(): Promise<void>
  stopUnlessUsed(): Promise<void>
}

export const secretsFile = () => join(dataFolder(), 'secrets.json')

/** The database of DATABASE_URL, or else the embedded one; puts its address and the secrets into the environment. */
export async function openDatabase(): Promise<OpenDatabase> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = process.env
  if (DATABASE_URL) {
    requireSecrets(process.env)
    const directUrl = DATABASE_DIRECT_URL ?? DATABASE_URL
    for (const url of [DATABASE_URL, directUrl]) requirePostgres(url)
    return { isEmbedded: false, directUrl, stop: async () => {}, stopUnlessUsed: async () => {} }
  }
  const postgres = await openPostgres(dataFolder())
  process.env.DATABASE_URL = process.env.DATABASE_DIRECT_URL = postgres.url()
  fillSecrets(secretsFile(), process.env)
  return { ...postgres, isEmbedded: true, directUrl: postgres.url() }
}

function requirePostgres(url: string): void {
  if (/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '')) return
  throw new LaunchRefusal(
    'DATABASE_URL or DATABASE_DIRECT_URL is no address of a PostgreSQL database: set it to postgresql://user:password@host:5432/database.',
  )
}
