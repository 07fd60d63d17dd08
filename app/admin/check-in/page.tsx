import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Door } from '#components/check-in/door.tsx'
import { DoorTitle } from '#components/check-in/door-title.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { listArrivals } from '#lib/bookings/list-arrivals.ts'
import { listVenues } from '#lib/venues/queries.ts'
import { requireActor } from '#lib/web/actor.ts'
import { venueOrNotFound } from '#lib/web/venue.ts'

const path = '/admin/check-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checkIn'))('title') }
}

export default async function CheckInPage({
  searchParams,
}: {
  searchParams: Promise<{ venue?: string | string[] }>
}) {
  const actor = await requireActor('checkIn.scan', path)
  const { venue: slug } = await searchParams
  const { id, name, timeZone } = await venueOrNotFound(typeof slug === 'string' ? slug : undefined)
  const now = new Date()
  // What crosses to the browser is what the route would send.
  const rows = (await listArrivals(actor, { venueId: id }, now)).map((arrival) => ({
    ...arrival,
    startsAt: arrival.startsAt.toISOString(),
    endsAt: arrival.endsAt.toISOString(),
  }))
  return (
    <ClientMessages namespaces={['checkIn', 'scanner']}>
      <Door
        key={id}
        venue={{ id, name, timeZone }}
        arrivals={{ rows, fetchedAt: now.toISOString() }}
        title={<DoorTitle venues={await listVenues()} currentId={id} path={path} />}
      />
    </ClientMessages>
  )
}
