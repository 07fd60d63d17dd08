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
    ...(isData && { 'content-security-policy': emptyPolicy }),
  }
}
