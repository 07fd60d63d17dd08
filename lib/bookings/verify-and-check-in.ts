import type { Actor, UserActor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes } from '#lib/time.ts'
import { judgeBooking, verifyWithinMinutes } from './check-in-policy.ts'
import type { VerifyAndCheckInInput } from './schema.ts'
import { checkInFactsOf, checkInToBooking } from './check-in-to-booking.ts'
import { getVerdictBooking } from './get-scan-verdict.ts'
import { lockBooking } from './lock-booking.ts'
import type { ScanVerdict, VerdictName } from './verdict.ts'

/**
 * The admin has looked at the person behind an amber verdict: writes who verified them and checks them in, together. The
 * scan is the evidence. What happened to the booking in between is judged again; the person stays verified all the same,
 * because the look at them was true.
 */
export async function verifyAndCheckIn(
  actor: Actor,
  input: VerifyAndCheckInInput,
  now: Date,
): Promise<ScanVerdict> {
  assertCan(actor, 'checkIn.verify')
  const request = { userId: actor.userId, key: input.key, operation: 'checkIn.verify', input, now }
  const { bookingId, verdict } = await transaction((tx) =>
    once(tx, request, () => verify(tx, actor, input, now)),
  )
  return {
    scanId: input.scanId,
    verdict,
    scannedAt: now,
    booking: await getVerdictBooking(bookingId),
  }
}

async function verify(
  tx: Tx,
  actor: UserActor,
  input: VerifyAndCheckInInput,
  now: Date,
): Promise<{ bookingId: string; verdict: VerdictName }> {
  const { bookingId, version, step, venueId } = await getAmberScan(tx, actor, input.scanId, now)
  const booking = await lockBooking(tx, bookingId)
  if (!booking) throw new DomainError('SCAN_NOT_FOUND')
  if (!booking.user.verifiedAt) await verifyPerson(tx, actor, booking.userId, input.note, now)
  const facts = { ...checkInFactsOf(booking), isPersonVerified: true }
  const verdict = judgeBooking(facts, { version, venueId }, now)
  if (verdict === 'checkedIn') {
    await checkInToBooking(tx, actor, { bookingId, step, scanId: input.scanId }, now)
  }
  return { bookingId, verdict }
}

/** Only who saw the amber may answer it, and only while the person can still be standing there. */
async function getAmberScan(tx: Tx, actor: UserActor, scanId: string, now: Date) {
  const scan = await tx.passScan.findFirst({
    where: {
      id: scanId,
      scannedById: actor.userId,
      verdict: 'unverified' satisfies VerdictName,
      scannedAt: { gt: addMinutes(now, -verifyWithinMinutes) },
    },
  })
  if (!scan?.bookingId || scan.version === null || scan.step === null) {
    throw new DomainError('SCAN_NOT_FOUND')
  }
  return {
    bookingId: scan.bookingId,
    version: scan.version,
    step: scan.step,
    venueId: scan.venueId,
  }
}

async function verifyPerson(
  tx: Tx,
  actor: UserActor,
  userId: string,
  note: string | undefined,
  now: Date,
): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { verifiedAt: now, verifiedById: actor.userId, verificationNote: note || null },
  })
  await writeAudit(tx, actor, now, {
    action: 'user.verify',
    subjectType: 'user',
    subjectId: userId,
    ...(note ? { personal: { note } } : {}),
  })
}
