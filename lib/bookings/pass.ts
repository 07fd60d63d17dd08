import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromCrockford, isCrockford, tidyCrockford, toCrockford } from './crockford.ts'

// The same code writes the pass on the phone and reads it on the server. It works without a secure context, where
// browsers have no crypto.subtle.

/** How long one QR is shown. */
export const passStepMs = 30_000

/** How many steps before and after the server's own are accepted: clocks differ, and a picture takes time. */
export const acceptedStepsAround = 1

/** First characters of every pass; the digit is the version of this format. */
export const passPrefix = 'CP1:'

/** What a pass says about itself; true only when its code was made with the key of this booking and version. */
export type PassClaim = { bookingId: string; version: number; step: number; mac: string }

/** The moment of a pass that is drawn or checked. */
export type PassMoment = Pick<PassClaim, 'bookingId' | 'version' | 'step'>

const idLength = 26
const macLength = 16
export const typedCodeLength = 8

/** The step of an instant, in milliseconds since 1970 by the server's clock. */
export function passStepAt(timeMs: number): number {
  return Math.floor(timeMs / passStepMs)
}

/** What the QR holds: only characters of its alphanumeric mode, so that its squares stay large. */
export function writePass(key: Uint8Array, moment: PassMoment): string {
  const id = toCrockford(bytesOfUuid(moment.bookingId), idLength)
  return `${passPrefix}${id}.${moment.version}.${moment.step}.${passMac(key, moment)}`
}

const passPattern =
  /^CP1:([0-9A-HJKMNP-TV-Z]{26})\.([1-9]\d{0,5})\.(0|[1-9]\d{0,8})\.([0-9A-HJKMNP-TV-Z]{16})$/

/** Null when the text is not a whole pass. */
export function parsePass(text: string): PassClaim | null {
  const [, id, version, step, mac] = passPattern.exec(text) ?? []
  const bytes = id ? fromCrockford(id, 16) : null
  if (!bytes || !mac) return null
  return { bookingId: uuidOfBytes(bytes), version: Number(version), step: Number(step), mac }
}

/** Whether the text means to be a pass, whole or not. */
export function looksLikePass(text: string): boolean {
  return text.startsWith(passPrefix)
}

/** The 80 bits that prove booking, version and step. */
export function passMac(key: Uint8Array, moment: PassMoment): string {
  return toCrockford(hmac(sha256, key, messageOf('qr', moment)), macLength)
}

/** The eight characters to read aloud where no camera is: 40 bits of their own, worth nothing as a QR. */
export function typedCodeOf(key: Uint8Array, moment: PassMoment): string {
  return typedCodesOf(key)(moment)
}

/** The same for many moments of one key, in half the time: the key is worked in once. */
export function typedCodesOf(key: Uint8Array): (moment: PassMoment) => string {
  const keyed = hmac.create(sha256, key)
  return (moment) =>
    toCrockford(keyed.clone().update(messageOf('typed', moment)).digest(), typedCodeLength)
}

/** The eight characters that a person meant to type, or null when it cannot be such a code. */
export function parseTypedCode(typed: string): string | null {
  const code = tidyCrockford(typed)
  return code.length === typedCodeLength && isCrockford(code) ? code : null
}

function messageOf(label: 'qr' | 'typed', { bookingId, version, step }: PassMoment): Uint8Array {
  return utf8ToBytes(`${label}|${bookingId}|${version}|${step}`)
}

function bytesOfUuid(uuid: string): Uint8Array {
  return hexToBytes(uuid.replaceAll('-', ''))
}

function uuidOfBytes(bytes: Uint8Array): string {
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
