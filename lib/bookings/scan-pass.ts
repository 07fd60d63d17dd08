import { createHash } from 'node:crypto'
import type { Actor, UserActor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { makeThrottle } from '#lib/access/throttle.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { judgePass } from './check-in-policy.ts'
import type { ScanPassInput } from './schema.ts'
import { checkInFactsOf, checkInToBooking } from './check-in-to-booking.ts'
import { getScanVerdict } from './get-scan-verdict.ts'
import { lockBooking } from './lock-booking.ts'
import { parseTypedCode, typedCodeLength } from './pass.ts'
import { recognisePass, recogniseTypedCode, type Recognition } from './recognise-pass.ts'
import type { ScanVerdict, VerdictName } from './verdict.ts'

/** Eight characters are only 40 bits: whoever guesses gets ten wrong ones a minute. */
export const wrongCodes = makeThrottle({ name: 'typedPass', points: 10, seconds: 60 })

/**
 * Judges what a scanner saw, and checks in when the verdict is green. The key is the scanner's: the same scan again, even
 * at the same moment, gets the verdict of the first.
 */
export async function scanPass(
  actor: Actor,
  input: ScanPassInput,
  now: Date,
): Promise<ScanVerdict> {
  assertCan(actor, 'checkIn.scan')
  // Before an attempt is counted: who repeats a scan guesses nothing.
  if (await isScanned(db(), actor, input)) return getScanVerdict(input.key)
  if ('content' in input) {
    await judgeOnce(actor, input, () => recognisePass(input.content), now)
  } else {
    const code = parseTypedCode(input.typed)
    if (!code) throw new DomainError('PASS_CODE_FORMAT', { length: typedCodeLength })
    await countingWrongCodes(`${actor.userId}:${input.venueId}`, () =>
      judgeOnce(actor, input, () => recogniseTypedCode(code, input.venueId, now), now),
    )
  }
  return getScanVerdict(input.key)
}

/** Takes the attempt before the answer is known, or many at once would slip through, and gives it back unless it was wrong. */
async function countingWrongCodes(key: string, judge: () => Promise<VerdictName | null>) {
  await wrongCodes.spend(key)
  let verdict: VerdictName | null = null
  try {
    verdict = await judge()
  } finally {
    if (verdict !== 'noMatch') await wrongCodes.giveBack(key)
  }
}

/** The verdict when this scan is new, null when it had been judged before. */
async function judgeOnce(
  actor: UserActor,
  input: ScanPassInput,
  recognise: () => Promise<Recognition>,
  now: Date,
): Promise<VerdictName | null> {
  const recognition = await recognise()
  return transaction(async (tx) => {
    if (!(await claimScan(tx, actor, input, now))) return null
    const verdict = await judge(tx, actor, input, recognition, now)
    const sight = 'refused' in recognition ? {} : pickSight(recognition)
    await tx.passScan.update({ where: { id: input.key }, data: { verdict, ...sight } })
    return verdict
  })
}

/** False when the scan is there already; a second one at the same moment waits here for the first to end. */
async function claimScan(
  tx: Tx,
  actor: UserActor,
  input: ScanPassInput,
  now: Date,
): Promise<boolean> {
  const contentHash = hashOf(input)
  const claimed = await tx.$executeRaw`
    INSERT INTO pass_scans (id, venue_id, scanned_by_id, scanned_at, content_hash, verdict)
    VALUES (${input.key}::uuid, ${input.venueId}::uuid, ${actor.userId}::uuid, ${now}, ${contentHash}, '')
    ON CONFLICT (id) DO NOTHING`
  if (claimed === 1) return true
  await isScanned(tx, actor, input)
  return false
}

/** Whether there is a scan of this key; refuses a key that came with another one. */
async function isScanned(
  client: Pick<Tx, 'passScan'>,
  actor: UserActor,
  input: ScanPassInput,
): Promise<boolean> {
  const first = await client.passScan.findUnique({ where: { id: input.key } })
  const isSameScan =
    first?.contentHash === hashOf(input) &&
    first.venueId === input.venueId &&
    first.scannedById === actor.userId
  if (first && !isSameScan) throw new DomainError('KEY_REUSED')
  return first !== null
}

async function judge(
  tx: Tx,
  actor: UserActor,
  input: ScanPassInput,
  recognition: Recognition,
  now: Date,
): Promise<VerdictName> {
  if ('refused' in recognition) return recognition.refused
  const booking = await lockBooking(tx, recognition.bookingId)
  if (!booking) return 'altered'
  const sight = { ...recognition, venueId: input.venueId }
  const verdict = judgePass(checkInFactsOf(booking), sight, now)
  if (verdict === 'checkedIn') {
    await checkInToBooking(tx, actor, { ...recognition, scanId: input.key }, now)
  }
  return verdict
}

function pickSight({ bookingId, version, step }: Extract<Recognition, { bookingId: string }>) {
  return { bookingId, version, step }
}

function hashOf(input: ScanPassInput): string {
  const text = 'content' in input ? `content ${input.content}` : `typed ${input.typed}`
  return createHash('sha256').update(text).digest('hex')
}
