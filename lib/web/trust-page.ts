import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { negotiateLocale } from '#lib/i18n/locales.ts'
import { secureUrl, type Credentials, type LocalNetwork } from './local-network.ts'
import { drawTrustPage, trustStyle } from './trust-page-html.ts'

const styleHash = createHash('sha256').update(trustStyle).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/**
 * What plain HTTP answers in the local network: the page that explains how to trust our certificate, the certificate, and
 * nothing of the app.
 */
export function answerWithTrust(network: LocalNetwork, { authority }: Credentials) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?', 1)[0]
    response.setHeader('cache-control', 'no-store')
    if (path === '/carrel.crt') {
      response.writeHead(200, {
        'content-type': 'application/x-x509-ca-cert',
        'content-disposition': 'inline; filename="carrel.crt"',
      })
      return void response.end(authority.raw)
    }
    if (path !== '/') {
      response.writeHead(307, { location: '/' })
      return void response.end()
    }
    const locale = negotiateLocale(request.headers['accept-language'])
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'content-language': locale,
    })
    const { fingerprint256: fingerprint } = authority
    const page = { locale, address: secureAddress(request, network), fingerprint }
    // As it is: the `subject` of a certificate comes with signs that escape others.
    const name = String(authority.toLegacyObject().subject.CN)
    response.end(drawTrustPage({ ...page, name, userAgent: request.headers['user-agent'] ?? '' }))
  }
}

/** The secure side of the host that the visitor came to, if the certificate vouches for it. */
function secureAddress({ headers }: IncomingMessage, network: LocalNetwork): string {
  const { host = '' } = headers
  const asked = host
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
  return secureUrl(network.hosts.includes(asked) ? asked : network.hosts[0]!, network)
}
