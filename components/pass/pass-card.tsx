import { hexToBytes } from '@noble/hashes/utils.js'
import { Sun } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { passStepAt, passStepMs, typedCodeOf, writePass } from '#lib/bookings/pass.ts'
import { formatWhen } from '#lib/i18n/formats.ts'
import { CodeText } from '#components/ui/code-text.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import { When } from '#components/ui/when.tsx'
import { PassRing } from './pass-ring.tsx'
import type { PassBooking } from './pass-store.ts'
import { Perforation } from './perforation.tsx'
import { qrMargin, qrShape } from './qr-shape.ts'

/** One pass, as a ticket: above the QR of this half minute and the characters to read aloud, below whose seat and when. */
export function PassCard({ booking, now }: { booking: PassBooking; now: number }) {
  const t = useTranslations('pass')
  const step = passStepAt(now)
  const { qr, typed } = usePass(booking, step)
  const leftMs = (step + 1) * passStepMs - now
  const box = `${-qrMargin} ${-qrMargin} ${qr.size + 2 * qrMargin} ${qr.size + 2 * qrMargin}`
  return (
    <article className="my-auto flex w-(--pass-size) flex-col overflow-hidden rounded-card bg-raised shadow-lift print:border print:border-edge print:shadow-none">
      <div className="relative p-3">
        <PassRing left={leftMs / passStepMs} />
        <svg
          viewBox={box}
          role="img"
          aria-label={t('qr', { seat: booking.seat })}
          className="block w-full rounded-chip bg-code-paper fill-code-ink"
        >
          <path d={qr.path} shapeRendering="crispEdges" />
        </svg>
      </div>
      <p className="text-center text-28 font-medium">
        <span className="sr-only">{t('typed')} </span>
        <CodeText code={typed} />
      </p>
      <p className="text-center text-13 text-muted tabular-nums short:hidden">
        {t('next', { seconds: Math.max(1, Math.ceil(leftMs / 1000)) })}
      </p>
      <Perforation />
      <div className="flex flex-col gap-1 px-5 pb-4">
        <div className="flex items-center justify-between gap-4">
          <p className="font-serif text-40 font-semibold">{booking.seat}</p>
          <StateChip state={booking.state} />
        </div>
        <When
          from={booking.startsAt}
          to={booking.endsAt}
          timeZone={booking.timeZone}
          now={new Date(now)}
          isStart
          className="text-17 font-medium"
        />
        <p className="text-13 text-muted">{`${booking.floor} · ${booking.venue}`}</p>
        <PassHint booking={booking} now={now} />
      </div>
    </article>
  )
}

/** What helps next: from when on the door accepts it, and then how it is read. */
function PassHint({ booking, now }: { booking: PassBooking; now: number }) {
  const t = useTranslations('pass')
  const locale = useLocale()
  const { acceptedFrom, timeZone } = booking
  if (booking.state === 'here') return <p className="mt-2 text-13 text-lamp">{t('here')}</p>
  if (now < Date.parse(acceptedFrom)) {
    const time = formatWhen(acceptedFrom, null, { locale, timeZone, now: new Date(now) })
    return <p className="mt-2 text-13 text-muted">{t('acceptedFrom', { time })}</p>
  }
  return (
    <p className="mt-2 flex items-center gap-2 text-13 text-muted short:hidden">
      <Sun aria-hidden="true" className="size-4 shrink-0" />
      {t('brightness')}
    </p>
  )
}

function usePass({ id, version, key }: PassBooking, step: number) {
  return useMemo(() => {
    const bytes = hexToBytes(key)
    const moment = { bookingId: id, version, step }
    return { qr: qrShape(writePass(bytes, moment)), typed: typedCodeOf(bytes, moment) }
  }, [id, version, key, step])
}
