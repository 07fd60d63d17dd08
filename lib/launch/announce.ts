import { demoAccounts, type Demo } from './demo.ts'
import type { OpenDatabase } from './open-database.ts'
import { dataFolder } from './project.ts'

/** Says where Carrel is, who may sign in, and where the data lie. */
export function announce(demo: Demo | undefined, database: OpenDatabase): void {
  console.log(
    [
      '',
      `Carrel is ready: ${process.env.PUBLIC_URL}`,
      ...(demo ? ['', `Demo accounts, ${describePassword(demo)}:`, ...listAccounts()] : []),
      '',
      `Data: ${dataFolder()}`,
      ...(isElsewhere(database) ? [`Database: ${database.cluster}`] : []),
      'Ctrl-C stops everything.',
    ].join('\n'),
  )
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
