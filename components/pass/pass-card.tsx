import { Sun } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { hexToBytes } from '@noble/hashes/utils.js'
import { passStepAt, passStepMs, typedCodeOf, writePass } from '#lib/bookings/pass.ts'
import { formatWhen } from '#lib/i18n/formats.ts'
import { CodeText } from '#components/ui/code-text.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import { When } from '#components/ui/when.tsx'
import { PassRing } from './pass-ring.tsx'
import type { PassBooking } from './pass-store.ts'
import { qrMargin, qrShape } from './qr-shape.ts'

/** One pass: the QR of this half minute with its ring, whose seat and when, and the eight characters to read aloud. */
export function PassCard({ booking, now }: { booking: PassBooking; now: number }) {
  const t = useTranslations('pass')
  const locale = useLocale()
  const step = passStepAt(now)
  const { qr, typed } = usePass(booking, step)
  const leftMs = (step + 1) * passStepMs - now
  const isBefore = now < Date.parse(booking.acceptedFrom)
  const acceptedFrom = formatWhen(booking.acceptedFrom, null, {
    locale,
    timeZone: booking.timeZone,
    now: new Date(now),
  })
  const box = `${-qrMargin} ${-qrMargin} ${qr.size + 2 * qrMargin} ${qr.size + 2 * qrMargin}`
  return (
    <article className="flex w-full flex-1 flex-col items-center">
      <div className="relative w-(--pass-size) p-2.5">
        <PassRing left={leftMs / passStepMs} />
        {/* Readers want dark on light, in the evening too. */}
        <svg
          viewBox={box}
          role="img"
          aria-label={t('qr', { seat: booking.seat })}
          className="block w-full rounded-chip bg-raised fill-ink [color-scheme:light]"
        >
          <path d={qr.path} shapeRendering="crispEdges" />
        </svg>
      </div>
      <p className="mt-1 text-28 font-medium">
        <span className="sr-only">{t('typed')} </span>
        <CodeText code={typed} />
      </p>
      <p className="text-13 text-muted tabular-nums">
        {t('next', { seconds: Math.max(1, Math.ceil(leftMs / 1000)) })}
      </p>
      <div className="mt-4 flex w-(--pass-size) items-start justify-between gap-4 border-t border-dashed border-edge pt-3">
        <div className="min-w-0">
          <p className="font-serif text-40 font-semibold">{booking.seat}</p>
          <p className="text-13 text-muted">{`${booking.floor} · ${booking.venue}`}</p>
        </div>
        <div className="flex min-w-0 flex-col items-end gap-2 pt-2 text-right">
          <StateChip state={booking.state} />
          <When
            from={booking.startsAt}
            to={booking.endsAt}
            timeZone={booking.timeZone}
            now={new Date(now)}
            isStart
            className="font-medium"
          />
        </div>
      </div>
      <p className="mt-3 flex items-center gap-2 pb-2 text-center text-13 text-muted">
        {isBefore ? (
          t('acceptedFrom', { time: acceptedFrom })
        ) : (
          <>
            <Sun aria-hidden="true" className="size-4 shrink-0" />
            {t('brightness')}
          </>
        )}
      </p>
    </article>
  )
}

function usePass({ id, version, key }: PassBooking, step: number) {
  return useMemo(() => {
    const bytes = hexToBytes(key)
    const moment = { bookingId: id, version, step }
    return { qr: qrShape(writePass(bytes, moment)), typed: typedCodeOf(bytes, moment) }
  }, [id, version, key, step])
}
