import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseTrustedProxies } from '#lib/web/client-address.ts'
import { projectFolder } from './project.ts'
import { LaunchRefusal } from './run-command.ts'

export type Address = { host: string; port: number; isPortChosen: boolean }

const everywhere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost']

/** Reads `.env` where there is one (what is set already wins), and the address to listen on. */
export function loadSettings(): Address {
  process.chdir(projectFolder)
  const file = join(projectFolder, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  // Blank counts as unset, everywhere.
  for (const [name, value] of Object.entries(process.env))
    if (!value?.trim()) delete process.env[name]

  const { HOST = '127.0.0.1', PORT, PUBLIC_URL } = process.env
  const port = Number(PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LaunchRefusal(`PORT is ${PORT}: set it to a whole number from 1 to 65535.`)
  }
  if (PUBLIC_URL && !/^https?:\/\/[^/]+\/?$/.test(PUBLIC_URL)) {
    throw new LaunchRefusal(
      `PUBLIC_URL is ${PUBLIC_URL}: set it to the address that people open, such as https://carrel.example.org.`,
    )
  }
  return { host: HOST, port, isPortChosen: PORT !== undefined }
}

/** Tells this process and its children where Carrel is reached. */
export function publishAddress(host: string, port: number): void {
  const name = everywhere.includes(host) ? 'localhost' : host
  process.env.HOST = host
  process.env.PORT = String(port)
  process.env.PUBLIC_URL ??= `http://${name.includes(':') ? `[${name}]` : name}:${port}`
  process.env.NEXTAUTH_URL = process.env.PUBLIC_URL
  process.env.NEXTAUTH_SECRET = process.env.AUTH_SECRET
}

/** Every setting, before any process starts with them. */
export async function checkSettings(): Promise<void> {
  const { env } = await import('#lib/env.ts')
  try {
    env()
    parseTrustedProxies(process.env.TRUSTED_PROXY)
  } catch (error) {
    throw new LaunchRefusal((error as Error).message)
  }
  const key = Buffer.from(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '', 'base64')
  if (![16, 24, 32].includes(key.length)) {
    throw new LaunchRefusal(
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is no key: set it to 32 bytes in base64 (openssl rand -base64 32).',
    )
  }
}
