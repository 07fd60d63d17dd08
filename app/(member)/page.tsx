import { getTranslations } from 'next-intl/server'
import { Greeting } from '#components/bookings/greeting.tsx'
import { HomeShape } from '#components/bookings/home-shape.tsx'
import { NextBooking } from '#components/bookings/next-booking.tsx'
import { NoBooking } from '#components/bookings/no-booking.tsx'
import { StaffHome } from '#components/bookings/staff-home.tsx'
import { UsualSeat } from '#components/bookings/usual-seat.tsx'
import { VenueToday } from '#components/bookings/venue-today.tsx'
import { BookingRow } from '#components/bookings/booking-row.tsx'
import { RefreshOnReturn } from '#components/seats/refresh-on-return.tsx'
import { SeatGlimpse } from '#components/seats/seat-glimpse.tsx'
import { Notice } from '#components/ui/notice.tsx'
import '#components/seats/plan.css'
import { can } from '#lib/access/permissions.ts'
import type { UserActor } from '#lib/access/actor.ts'
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
} from './bookings/actions.ts'
import { bookSeat } from './seats/actions.ts'
import { loadHome } from './load-home.ts'

const actions = {
  cancelBooking,
  extendArrival,
  leaveBooking,
  restoreBooking,
  shortenBooking,
  undoChange,
}

export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const { whole } = await searchParams
  const actor = await requireActor('account.manageOwn', '/')
  const data = pageData(loadHome(actor, new Date()))
  const Home = can(actor, 'booking.viewOwn') ? MemberHome : StaffPage
  return (
    <Streamed data={data} path="/" isWhole={whole === '1'} shape={<HomeShape />}>
      {(home) => <Home actor={actor} home={home} />}
    </Streamed>
  )
}

type HomeProps = { actor: UserActor; home: Awaited<ReturnType<typeof loadHome>> }

async function MemberHome({ actor, home }: HomeProps) {
  const { next, following, venue, glimpse, hours, closure, part, free, usual } = home
  const t = await getTranslations('bookings.home')
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <Greeting name={actor.name} part={part} />
      {next ? (
        <NextBooking
          booking={next}
          planHref={home.planHref}
          glimpse={glimpse && <SeatGlimpse {...glimpse} />}
          actions={actions}
        />
      ) : (
        <NoBooking free={free} picture={glimpse && <SeatGlimpse {...glimpse} />} />
      )}
      {usual && <UsualSeat usual={usual} actions={{ ...actions, bookSeat }} />}
      {following && (
        <section aria-labelledby="following">
          <h2 id="following" className="text-20">
            {t('also')}
          </h2>
          <ul>
            <BookingRow booking={following} actions={actions} />
          </ul>
        </section>
      )}
      {!actor.isVerified && (
        <Notice tone="info" title={t('unverified.title')}>
          {t('unverified.text')}
        </Notice>
      )}
      <VenueToday venue={venue} hours={hours} closure={closure} />
      <RefreshOnReturn />
    </div>
  )
}

async function StaffPage({ actor, home }: HomeProps) {
  const { part, venue, hours, closure } = home
  const t = await getTranslations('shell')
  const roles = actor.roles.map((role) => t('account.roles', { roles: role })).join(', ')
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <Greeting name={actor.name} part={part} />
      <StaffHome roles={roles} mayCheckIn={can(actor, 'checkIn.scan')} />
      <VenueToday venue={venue} hours={hours} closure={closure} />
    </div>
  )
}
