import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StaffBookingFilter } from '#components/bookings/staff-booking-filter.tsx'
import { StaffBookingTable } from '#components/bookings/staff-booking-table.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listBookings } from '#lib/bookings/list-bookings.ts'
import { bookingListSchema } from '#lib/bookings/schema.ts'
import { listVenues } from '#lib/venues/queries.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { venueOrNotFound } from '#lib/web/venue.ts'
import { cancelBookingFor } from './actions.ts'

const path = '/admin/bookings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staffBookings'))('title') }
}

export default async function StaffBookingsPage({ searchParams }: PageProps<'/admin/bookings'>) {
  const asked = await searchParams
  const actor = await requireActor('booking.manage', path)
  const slug = typeof asked.venue === 'string' && asked.venue ? asked.venue : undefined
  const venue = await pageData(venueOrNotFound(slug))
  const { after, ...filter } = bookingListSchema.parse(asked)
  const query = { ...filter, venueId: venue.id, after }
  const page = await pageData(listBookings(actor, query, new Date()))
  const t = await getTranslations('staffBookings')
  const next = new URLSearchParams({ venue: venue.slug, ...filter, after: page.after ?? '' })
  return (
    <ClientMessages namespaces={['staffBookings', 'bookings', 'seats']}>
      <PageHeader title={t('title')} />
      <StaffBookingFilter
        path={path}
        venues={await listVenues()}
        values={{ ...filter, venue: venue.slug }}
      />
      <p role="status" className="my-4 text-muted">
        {t('count', { count: page.count })}
      </p>
      {page.bookings.length > 0 ? (
        <StaffBookingTable bookings={page.bookings} cancelBookingFor={cancelBookingFor} />
      ) : (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      )}
      {page.after && (
        <p className="mt-6">
          <ButtonLink href={`${path}?${next}`}>{t('more')}</ButtonLink>
        </p>
      )}
    </ClientMessages>
  )
}
