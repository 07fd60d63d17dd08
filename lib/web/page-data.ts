import 'server-only'
import { notFound } from 'next/navigation'
import { DomainError, httpStatusOf } from '#lib/errors.ts'
import { translateRequestError } from './request-error.ts'

/**
 * Reads what a page shows. What is not there becomes the not-found page; a database out of reach reaches the page's error
 * boundary under its own name, which travels as the digest.
 */
export async function pageData<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (thrown) {
    const error = translateRequestError(thrown)
    if (!(error instanceof DomainError)) throw error
    if (httpStatusOf(error.code) === 404) notFound()
    throw Object.assign(error, { digest: error.code })
  }
}
