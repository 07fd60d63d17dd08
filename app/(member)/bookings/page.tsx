import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { BookingFilter } from '#components/bookings/booking-filter.tsx'
import { BookingHistory } from '#components/bookings/booking-history.tsx'
import { BookingsShape } from '#components/bookings/bookings-shape.tsx'
import { NoHistory } from '#components/bookings/no-history.tsx'
import { bookingStates, type BookingState } from '#lib/bookings/policy.ts'
import { listOwnBookings, type BookingView } from '#lib/bookings/queries.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { Streamed } from '#lib/web/streamed.tsx'
import {
  cancelBooking,
  extendArrival,
  leaveBooking,
  restoreBooking,
  shortenBooking,
  undoChange,
} from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bookings'))('title') }
}

export default async function BookingsPage({ searchParams }: PageProps<'/bookings'>) {
  const { state: asked, whole } = await searchParams
  const state = bookingStates.find((one) => one === asked)
  const path = state ? `/bookings?state=${state}` : '/bookings'
  const actor = await requireActor('booking.viewOwn', path)
  const data = pageData(listOwnBookings(actor, new Date()))
  const t = await getTranslations('bookings')
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <h1 className="text-28 lg:text-40">{t('title')}</h1>
      <Streamed data={data} path={path} isWhole={whole === '1'} shape={<BookingsShape />}>
        {(bookings) => <Bookings bookings={bookings} state={state} />}
      </Streamed>
    </div>
  )
}

function Bookings({
  bookings,
  state,
}: {
  bookings: BookingView[]
  state: BookingState | undefined
}) {
  const t = useTranslations('bookings.list')
  const shown = state ? bookings.filter((booking) => booking.state === state) : bookings
  return (
    <>
      {bookings.length > 0 && (
        <>
          <BookingFilter counts={countsOf(bookings)} total={bookings.length} current={state} />
          <p role="status" className="text-muted">
            {t('count', { count: shown.length })}
          </p>
        </>
      )}
      {shown.length > 0 ? (
        <BookingHistory
          bookings={shown}
          actions={{
            cancelBooking,
            extendArrival,
            leaveBooking,
            restoreBooking,
            shortenBooking,
            undoChange,
          }}
        />
      ) : (
        <NoHistory state={bookings.length > 0 ? state : undefined} />
      )}
    </>
  )
}

function countsOf(bookings: BookingView[]): Record<BookingState, number> {
  const counts = { expected: 0, here: 0, noShow: 0, finished: 0, cancelled: 0 }
  for (const { state } of bookings) counts[state]++
  return counts
}
