import { isSecretPath } from './secret-path.ts'

const everywhere = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

// A script or a font does nothing with these, and a page loads a dozen of them.
const forDocuments = {
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
}

// The address is the key: nothing that the page links to may learn it, and no search engine may keep it.
const forSecretAddresses = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }

/** For what holds nothing that a browser should load, run or frame. Pages have a policy of their own. */
export const emptyPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What holds a browser back, on every answer to a path, whoever gives it. */
export function securityHeaders(path: string): Record<string, string> {
  if (path.startsWith('/_next/')) return everywhere
  const isData = /^\/api(\/|$)/.test(path)
  return {
    ...everywhere,
    ...forDocuments,
    ...(isSecretPath(path) && forSecretAddresses),
    ...(isData && { 'content-security-policy': emptyPolicy }),
  }
}
