import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { certificatesIn, dayMs, makeAuthority, makeLeaf } from './make-certificate.ts'
import { LaunchRefusal } from './run-command.ts'
import { replacePrivately } from './secrets.ts'

/** A Carrel that runs for weeks must not see its certificate end. */
const renewalDays = 90
/** Long enough for every certificate that the authority gives. */
const authorityRenewalDays = 400

export type Certificates = { serverFile: string; fingerprint: string }

/**
 * The certificate of this machine for the given names and addresses, and the authority behind it, which devices trust: made
 * once and kept. The certificate is made anew for other names and before it ends, and no device has to be told.
 */
export function keepCertificates(
  folder: string,
  machine: string,
  hosts: string[],
  now = new Date(),
): Certificates {
  const authorityFile = join(folder, 'authority.pem')
  const serverFile = join(folder, 'server.pem')
  let authority = readPem(authorityFile)
  if (authority && !isWhole(authority)) {
    throw new LaunchRefusal(
      `${authorityFile} is damaged: restore it, or move it away (then every phone must trust a new certificate).`,
    )
  }
  if (!authority || daysLeft(authority, now) < authorityRenewalDays) {
    authority = makeAuthority(`Carrel on ${machine}`, now)
    replacePrivately(authorityFile, authority)
  }
  const issuer = new X509Certificate(authority)
  const server = readPem(serverFile)
  if (!server || !isFit(server, issuer, hosts, now)) {
    replacePrivately(serverFile, makeLeaf(authority, 'Carrel', hosts, now))
  }
  return { serverFile, fingerprint: issuer.fingerprint256 }
}

function readPem(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whether a key and its certificate can be read and belong together. */
function isWhole(pem: string): boolean {
  try {
    return new X509Certificate(pem).checkPrivateKey(createPrivateKey(pem))
  } catch {
    return false
  }
}

function isFit(pem: string, issuer: X509Certificate, hosts: string[], now: Date): boolean {
  if (!isWhole(pem) || certificatesIn(pem).length !== 2) return false
  const certificate = new X509Certificate(pem)
  return (
    certificate.verify(issuer.publicKey) &&
    daysLeft(pem, now) > renewalDays &&
    certificate.validFromDate <= now &&
    hosts.every((host) => vouchesFor(certificate, host))
  )
}

function vouchesFor(certificate: X509Certificate, host: string): boolean {
  return Boolean(isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host))
}

function daysLeft(pem: string, now: Date): number {
  return (new X509Certificate(pem).validToDate.getTime() - now.getTime()) / dayMs
}
