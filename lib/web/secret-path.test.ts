import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { withoutSecrets } from './secret-path.ts'
import { securityHeaders } from './security-headers.ts'

const token = randomBytes(32).toString('base64url')

describe('the path of a link in a mail', () => {
  it.each([`/reset-password/${token}`, `/confirm-email/${token}/`, `//first%2Dadmin/${token}`])(
    'says nothing of its key in a log, and sends no referrer: %s',
    (path) => {
      expect(withoutSecrets(path)).not.toContain(token)
      expect(securityHeaders(path)['referrer-policy']).toBe('no-referrer')
    },
  )

  it('is told from a path with an id in it', () => {
    const path = '/admin/users/0199f3c4-0000-7000-8000-000000000000'
    expect(withoutSecrets(path)).toBe(path)
    expect(securityHeaders(path)['referrer-policy']).toBe('strict-origin-when-cross-origin')
  })
})
