import 'server-only'
import { notFound } from 'next/navigation'
import { getDefaultVenue, getVenue, listVenues, type VenueView } from '#lib/venues/queries.ts'
import { pageData } from './page-data.ts'

/** The venue that an address names, the first one when it names none, and a 404 where there is no such place. */
export async function venueOrNotFound(slug?: string): Promise<VenueView> {
  // What cannot be a slug is not asked for: PostgreSQL refuses some characters with an error.
  if (slug !== undefined && !/^[a-z0-9-]+$/.test(slug)) notFound()
  return pageData(slug ? getVenue(slug) : getDefaultVenue())
}

/** The clock by which staff read times that belong to no place: that of the first venue. */
export async function staffTimeZone(): Promise<string> {
  const [venue] = await listVenues()
  return venue?.timeZone ?? 'UTC'
}
