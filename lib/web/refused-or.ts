import 'server-only'
import { getLocale } from 'next-intl/server'
import { DomainError, httpStatusOf } from '#lib/errors.ts'
import { textOfError } from '#lib/i18n/error-text.ts'
import { pageData } from './page-data.ts'
import { translateRequestError } from './request-error.ts'

type Answer<T> = { data: T; refusal?: never } | { data?: never; refusal: string }

/** For a page that lives on where its data are refused by a rule: what was read, or the sentence that says why not. */
export async function refusedOr<T>(read: Promise<T>): Promise<Answer<T>> {
  try {
    return { data: await read }
  } catch (thrown) {
    const error = translateRequestError(thrown)
    const isByRule = error instanceof DomainError && httpStatusOf(error.code) < 500
    if (!isByRule) return pageData(Promise.reject<never>(error))
    return { refusal: textOfError(error, await getLocale()) }
  }
}
