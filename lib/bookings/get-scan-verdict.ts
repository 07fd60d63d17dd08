import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { acceptedFrom } from './check-in-policy.ts'
import type { ScanVerdict, VerdictBooking, VerdictName } from './verdict.ts'

/** The verdict that was given to a scan, with what the door may know of the booking. */
export async function getScanVerdict(scanId: string): Promise<ScanVerdict> {
  const scan = await db().passScan.findUnique({ where: { id: scanId } })
  if (!scan) throw new DomainError('SCAN_NOT_FOUND')
  return {
    scanId,
    verdict: scan.verdict as VerdictName,
    scannedAt: scan.scannedAt,
    booking: scan.bookingId ? await getVerdictBooking(scan.bookingId) : null,
  }
}

export async function getVerdictBooking(bookingId: string): Promise<VerdictBooking> {
  const booking = await db().booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      checkedInAt: true,
      leftAt: true,
      cancelledAt: true,
      releasedAt: true,
      user: { select: { name: true, verifiedAt: true } },
      rule: { select: { earlyCheckInMinutes: true } },
      seat: {
        select: {
          label: true,
          floor: { select: { name: true } },
          venue: { select: { name: true, timeZone: true } },
        },
      },
    },
  })
  const { user, rule, seat, ...facts } = booking
  return {
    ...facts,
    personName: user.name,
    isPersonVerified: user.verifiedAt !== null,
    seat: seat.label,
    floor: seat.floor.name,
    venue: seat.venue.name,
    timeZone: seat.venue.timeZone,
    acceptedFrom: acceptedFrom({ ...facts, ...rule }),
  }
}
