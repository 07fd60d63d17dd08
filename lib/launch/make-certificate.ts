import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import * as x509 from '@peculiar/asn1-x509'
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { privateNetworks } from './local-addresses.ts'

export const dayMs = 24 * 60 * 60 * 1000

const authorityDays = 3650
/** Browsers and phones take no longer one. */
const leafDays = 397

const ecdsaWithSha256 = () => new x509.AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' })
const { keyCertSign, cRLSign, digitalSignature } = x509.KeyUsageFlags

/**
 * A certificate authority, as PEM with its private key. What it may vouch for is written into it: whoever stole the key could
 * not pose as a site of the internet towards those who trust it.
 */
export function makeAuthority(name: string, now: Date): string {
  const { privateKey, publicKey } = makeKeys()
  const tbs = describe(name, name, publicKey, now, authorityDays, [
    extension(
      x509.id_ce_basicConstraints,
      true,
      new x509.BasicConstraints({ cA: true, pathLenConstraint: 0 }),
    ),
    extension(x509.id_ce_keyUsage, true, new x509.KeyUsage(keyCertSign | cRLSign)),
    extension(x509.id_ce_nameConstraints, true, localNamesOnly()),
  ])
  return privateKey + signed(tbs, privateKey)
}

/** A certificate for the names and addresses of a server, as PEM with its private key and the authority behind it. */
export function makeLeaf(authority: string, subject: string, hosts: string[], now: Date): string {
  const { privateKey, publicKey } = makeKeys()
  const issuer = AsnConvert.parse(derOf(authority), x509.Certificate).tbsCertificate
  const names = hosts.map(
    (host) => new x509.GeneralName(isIP(host) ? { iPAddress: host } : { dNSName: host }),
  )
  const tbs = describe(subject, issuer.subject, publicKey, now, leafDays, [
    extension(x509.id_ce_basicConstraints, true, new x509.BasicConstraints({ cA: false })),
    extension(x509.id_ce_keyUsage, true, new x509.KeyUsage(digitalSignature)),
    extension(x509.id_ce_extKeyUsage, false, new x509.ExtendedKeyUsage([x509.id_kp_serverAuth])),
    extension(x509.id_ce_subjectAltName, false, new x509.SubjectAlternativeName(names)),
    extension(
      x509.id_ce_authorityKeyIdentifier,
      false,
      new x509.AuthorityKeyIdentifier({ keyIdentifier: keyIdOf(issuer.subjectPublicKeyInfo) }),
    ),
  ])
  return privateKey + signed(tbs, authority) + certificatesIn(authority)[0]
}

/** The certificates in a PEM file, without the key. */
export function certificatesIn(pem: string): string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----\n/gs) ?? []
}

function makeKeys() {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
}

function describe(
  subject: string,
  issuer: string | x509.Name,
  publicKey: string,
  now: Date,
  days: number,
  extensions: x509.Extension[],
) {
  const spki = createPublicKey(publicKey).export({ type: 'spki', format: 'der' })
  const subjectPublicKeyInfo = AsnConvert.parse(spki, x509.SubjectPublicKeyInfo)
  // A phone's clock may be behind ours.
  const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000 - dayMs)
  const notAfter = new Date(notBefore.getTime() + days * dayMs - 1000)
  const keyId = new x509.SubjectKeyIdentifier(keyIdOf(subjectPublicKeyInfo))
  return new x509.TBSCertificate({
    version: x509.Version.v3,
    serialNumber: new Uint8Array([0x40, ...randomBytes(15)]).buffer,
    signature: ecdsaWithSha256(),
    issuer: typeof issuer === 'string' ? nameOf(issuer) : issuer,
    validity: new x509.Validity({ notBefore, notAfter }),
    subject: nameOf(subject),
    subjectPublicKeyInfo,
    extensions: new x509.Extensions([
      ...extensions,
      extension(x509.id_ce_subjectKeyIdentifier, false, keyId),
    ]),
  })
}

function signed(tbsCertificate: x509.TBSCertificate, key: string): string {
  const signatureValue = new Uint8Array(
    sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), key),
  )
  const certificate = new x509.Certificate({
    tbsCertificate,
    signatureAlgorithm: ecdsaWithSha256(),
    signatureValue: signatureValue.buffer,
  })
  const lines = Buffer.from(AsnConvert.serialize(certificate))
    .toString('base64')
    .match(/.{1,64}/g)!
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function localNamesOnly(): x509.NameConstraints {
  const networks = [...privateNetworks, '127.0.0.0/8', '::1/128'].map((iPAddress) => ({
    iPAddress,
  }))
  const domains = ['local', 'localhost'].map((dNSName) => ({ dNSName }))
  const subtrees = [...domains, ...networks].map(
    (name) => new x509.GeneralSubtree({ base: new x509.GeneralName(name) }),
  )
  return new x509.NameConstraints({ permittedSubtrees: new x509.GeneralSubtrees(subtrees) })
}

function extension(extnID: string, critical: boolean, value: unknown): x509.Extension {
  return new x509.Extension({
    extnID,
    critical,
    extnValue: new OctetString(AsnConvert.serialize(value)),
  })
}

function nameOf(text: string): x509.Name {
  const value = new x509.AttributeValue({ utf8String: text })
  const commonName = new x509.AttributeTypeAndValue({ type: '2.5.4.3', value })
  return new x509.Name([new x509.RelativeDistinguishedName([commonName])])
}

/** As RFC 5280 suggests: a name for the key, no proof of anything. */
function keyIdOf({ subjectPublicKey }: x509.SubjectPublicKeyInfo): x509.KeyIdentifier {
  const hash = createHash('sha1').update(Buffer.from(subjectPublicKey)).digest()
  return new x509.KeyIdentifier(new Uint8Array(hash))
}

function derOf(pem: string): Buffer {
  return Buffer.from(certificatesIn(pem)[0]!.replace(/-----.+?-----|\n/g, ''), 'base64')
}
