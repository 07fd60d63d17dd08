import 'server-only'
import { notFound } from 'next/navigation'
import { translateDatabaseError } from '#lib/db/refusals.ts'
import { DomainError, httpStatusOf } from '#lib/errors.ts'

/**
 * Reads what a page shows. What is not there becomes the not-found page; a database out of reach reaches the page's error
 * boundary under its own name, which travels as the digest.
 */
export async function pageData<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (thrown) {
    const error = translateDatabaseError(thrown)
    if (!(error instanceof DomainError)) throw error
    if (httpStatusOf(error.code) === 404) notFound()
    throw Object.assign(error, { digest: error.code })
  }
}
