import { demoAccounts, type Demo } from './demo.ts'
import type { OpenDatabase } from './open-database.ts'
import { dataFolder } from './project.ts'

/** Says where Carrel is, who may sign in, and where the data lie. */
export function announce(demo: Demo | undefined, database: OpenDatabase, hasAdmin: boolean): void {
  const lines = [
    '',
    `Carrel is ready: ${process.env.PUBLIC_URL}${describeLocal()}`,
    ...(demo ? ['', `Demo accounts, ${describePassword(demo)}:`, ...listAccounts()] : []),
    ...(hasAdmin ? [] : ['', 'Nobody is an admin yet: npm run admin -- name@example.com']),
    '',
    `${database.isEmbedded ? 'Data and logs' : 'Logs'}: ${dataFolder()}`,
    ...(isElsewhere(database) ? [`Database: ${database.cluster}`] : []),
    'Ctrl-C stops everything.',
  ]
  console.log(lines.join('\n'))
}

/** A public address leads through a proxy: this is where the proxy finds us. */
function describeLocal(): string {
  const { HOST, PORT, PUBLIC_URL = '' } = process.env
  return new URL(PUBLIC_URL).port === PORT ? '' : ` (listening on ${HOST}, port ${PORT})`
}

function describePassword({ password }: Demo): string {
  return password ? `password ${password}` : 'with the password that they were made with'
}

function listAccounts(): string[] {
  return Object.entries(demoAccounts).map(([email, purpose]) => `  ${email.padEnd(24)}${purpose}`)
}

/** Root may have had to put the database where the server's user can reach it. */
function isElsewhere({ cluster }: OpenDatabase): boolean {
  return cluster !== undefined && !cluster.startsWith(dataFolder())
}
