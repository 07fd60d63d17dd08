import { bracket, secureUrl } from '#lib/web/local-network.ts'
import { demoAccounts, type Demo } from './demo.ts'
import { drawCode } from './draw-code.ts'
import type { OpenDatabase } from './open-database.ts'
import type { OpenNetwork } from './open-network.ts'
import { dataFolder } from './project.ts'

/** Says where Carrel is, who may sign in, and where the data lie. */
export function announce(
  demo: Demo | undefined,
  database: OpenDatabase,
  { hasAdmin, network }: { hasAdmin: boolean; network?: OpenNetwork },
): void {
  const lines = [
    '',
    `Carrel is ready: ${process.env.PUBLIC_URL}${network ? '' : describeLocal()}`,
    ...(network ? describeNetwork(network) : []),
    ...(demo ? ['', `Demo accounts, ${describePassword(demo)}:`, ...listAccounts()] : []),
    ...(hasAdmin ? [] : ['', 'Nobody is an admin yet: npm run admin -- name@example.com']),
    '',
    `${database.isEmbedded ? 'Data and logs' : 'Logs'}: ${dataFolder()}`,
    ...(isElsewhere(database) ? [`Database: ${database.cluster}`] : []),
    'Ctrl-C stops everything.',
  ]
  console.log(lines.join('\n'))
}

/** The code opens the page that tells how to trust the certificate: before that, a phone would only see a warning. */
function describeNetwork(network: OpenNetwork): string[] {
  const { hosts, addresses, fingerprint } = network
  const trustPage = `http://${bracket(addresses[0]!)}:${process.env.PORT}`
  const others = hosts.slice(1).map((host) => `  ${secureUrl(host, network)}`)
  return [
    '',
    `For a phone in the same network: scan this, or open ${trustPage}, and trust the certificate once.`,
    '',
    drawCode(trustPage),
    'Fingerprint of the certificate, to compare with what the phone shows (SHA-256):',
    ...fingerprint.match(/.{1,48}/g)!.map((part) => `  ${part.replace(/:$/, '')}`),
    'Reached as well at:',
    ...others,
  ]
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
