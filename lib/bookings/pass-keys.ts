import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { env } from '#lib/env.ts'

/**
 * The key behind the passes of one booking and version. It leaves the server only towards the member whose booking it
 * is; raising the version makes every key given out before worthless.
 */
export function passKeyOf(bookingId: string, version: number): Uint8Array {
  return hmac(sha256, utf8ToBytes(env().PASS_SECRET), utf8ToBytes(`pass|${bookingId}|${version}`))
}
