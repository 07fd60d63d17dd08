import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from '#lib/web/content-security-policy.ts'

/**
 * Gives every page its content security policy with a nonce of its own. It decides nothing about who may see what: that is the
 * operations' work.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (request.headers.get('x-forwarded-proto') === 'https') {
    // Both are ignored over plain HTTP, and browsers complain about the second there. A machine that is only sometimes in a
    // local network must not bind its names there to HTTPS for a year.
    if (!process.env.CARREL_LAN) {
      response.headers.set('strict-transport-security', 'max-age=31536000')
    }
    response.headers.set('cross-origin-opener-policy', 'same-origin')
  }
  return response
}

// Bodies that pass here are cut at 10 MB without an error, so routes that take data in (`/api`) stay outside, and so does
// whatever has no scripts to guard.
export const config = {
  matcher: [
    '/((?!api/|_next/static/|_next/image|health|ping|metrics|favicon\\.ico|icon|apple-icon|manifest\\.webmanifest|sw\\.js|wasm/).*)',
  ],
}
