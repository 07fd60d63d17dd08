import type { ActionResult, ErrorCode } from '#lib/errors.ts'

/** What signing in may be refused with; the server names no other. */
export const signInCodes = [
  'CREDENTIALS_WRONG',
  'TOO_MANY_ATTEMPTS',
  'UNAVAILABLE',
  'UNEXPECTED',
] as const satisfies ErrorCode[]

export type SignInCode = (typeof signInCodes)[number]

/**
 * Signs this browser in: the answer sets the cookie, or its address carries the code of the refusal. Throws when the server
 * cannot be reached, as a server action does.
 */
export async function postCredentials(
  credentials: { email: string; password: string },
  sentenceOf: (code: SignInCode, values: Record<string, string | number>) => string,
): Promise<ActionResult<null>> {
  const { csrfToken } = await readJson(await fetch('/api/auth/csrf'))
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ ...credentials, csrfToken: String(csrfToken), json: 'true' }),
  })
  const { url } = await readJson(response)
  const error = new URL(String(url), location.origin).searchParams.get('error')
  if (response.ok && !error) return { ok: true, data: null }

  // A wait stands behind its code: `TOO_MANY_ATTEMPTS:30`.
  const [name, seconds] = (error ?? '').split(':')
  const code = signInCodes.find((known) => known === name) ?? 'UNEXPECTED'
  const requestId = response.headers.get('x-request-id') ?? '?'
  return { ok: false, code, message: sentenceOf(code, { seconds: Number(seconds), requestId }) }
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>
}
