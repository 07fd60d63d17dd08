import { DomainError } from '#lib/errors.ts'

/** Reads the body of a request as text: not beyond `limitKb`, whatever the sender says of its length, and only as UTF-8. */
export async function readText(request: Request, limitKb: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > limitKb * 1024) throw new DomainError('BODY_TOO_LARGE', { limit: limitKb })
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new DomainError('BODY_NOT_UTF8')
  }
}
