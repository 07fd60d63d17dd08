import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Door } from '#components/check-in/door.tsx'
import { DoorShape } from '#components/check-in/door-shape.tsx'
import { DoorTitle } from '#components/check-in/door-title.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import type { UserActor } from '#lib/access/actor.ts'
import { listArrivals } from '#lib/bookings/list-arrivals.ts'
import { listVenues } from '#lib/venues/queries.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { Streamed } from '#lib/web/streamed.tsx'
import { venueOrNotFound } from '#lib/web/venue.ts'

const path = '/admin/check-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checkIn'))('title') }
}

export default async function CheckInPage({
  searchParams,
}: {
  searchParams: Promise<{ venue?: string | string[]; whole?: string | string[] }>
}) {
  const { venue, whole } = await searchParams
  const slug = typeof venue === 'string' ? venue : undefined
  const ownPath = slug ? `${path}?${new URLSearchParams({ venue: slug })}` : path
  const actor = await requireActor('checkIn.scan', ownPath)
  const { id, name, timeZone } = await pageData(venueOrNotFound(slug))
  const data = pageData(loadDoor(actor, id, new Date()))
  return (
    <ClientMessages namespaces={['checkIn', 'scanner']}>
      <Streamed data={data} path={ownPath} isWhole={whole === '1'} shape={<DoorShape />}>
        {({ arrivals, venues }) => (
          <Door
            key={id}
            venue={{ id, name, timeZone }}
            arrivals={arrivals}
            path={ownPath}
            title={<DoorTitle venues={venues} currentId={id} path={path} />}
          />
        )}
      </Streamed>
    </ClientMessages>
  )
}

async function loadDoor(actor: UserActor, venueId: string, now: Date) {
  const [arrivals, venues] = await Promise.all([
    listArrivals(actor, { venueId }, now),
    listVenues(),
  ])
  // What crosses to the browser is what the route would send.
  const rows = arrivals.map((arrival) => ({
    ...arrival,
    startsAt: arrival.startsAt.toISOString(),
    endsAt: arrival.endsAt.toISOString(),
  }))
  return { arrivals: { rows, fetchedAt: now.toISOString() }, venues }
}
