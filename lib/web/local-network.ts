import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIPv6 } from 'node:net'

/** How Carrel is reached in the local network; the launcher finds it out and hands it down in CARREL_LAN. */
export type LocalNetwork = {
  /** This machine's own there, to listen on. */
  addresses: string[]
  /** Every name and address in the certificate. */
  hosts: string[]
  securePort: number
  /** PEM: the key, the certificate, the authority. */
  certificateFile: string
}

export type Credentials = { pem: string; authority: X509Certificate }

export function readCredentials({ certificateFile }: LocalNetwork): Credentials {
  const pem = readFileSync(certificateFile, 'utf8')
  return { pem, authority: new X509Certificate(pem.slice(pem.lastIndexOf('-----BEGIN'))) }
}

/** The secure address of the app under one of the hosts. */
export function secureUrl(host: string, { securePort }: LocalNetwork): string {
  return `https://${bracket(host)}:${securePort}`
}

/** A host as it stands in a URL. */
export function bracket(host: string): string {
  return isIPv6(host) ? `[${host}]` : host
}
