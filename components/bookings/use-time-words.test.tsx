import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { describe, expect, it } from 'vitest'
import { dateTimeFormats } from '#lib/i18n/date-time-formats.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages.ts'
import { useTimeWords } from './use-time-words.ts'

const warsaw = 'Europe/Warsaw'
// 30 December 2026, noon in Warsaw.
const now = new Date('2026-12-30T11:00:00Z')

describe('a date', () => {
  it.each([
    ['en', 'Wed, Dec 2, 09:00', 'Mon, Jan 4, 2027, 09:00'],
    ['ru', 'ср, 2 дек., 09:00', 'пн, 4 янв. 2027 г., 09:00'],
    ['pl', 'śr., 2 gru, 09:00', 'pon., 4 sty 2027, 09:00'],
  ] as const)('carries its year when it is not this one, in %s', (locale, ours, next) => {
    expect(wordsIn(locale, ({ moment }) => moment(new Date('2026-12-02T08:00:00Z')))).toBe(ours)
    expect(wordsIn(locale, ({ moment }) => moment(new Date('2027-01-04T08:00:00Z')))).toBe(next)
  })

  it('is of the year that the wall calendar of its place shows', () => {
    const atMidnight = new Date('2026-12-31T23:00:00Z')
    expect(wordsIn('en', ({ longDay }) => longDay(atMidnight))).toBe('Friday, January 1, 2027')
    expect(wordsIn('en', ({ day }) => day(atMidnight))).toBe('Fri, Jan 1, 2027')
  })

  it('near by is told without one', () => {
    const [from, to] = [new Date('2026-12-31T08:00:00Z'), new Date('2026-12-31T12:00:00Z')]
    expect(wordsIn('en', ({ span }) => span(from, to))).toBe('tomorrow 09:00–13:00')
  })
})

function wordsIn(locale: Locale, ask: (words: ReturnType<typeof useTimeWords>) => string): string {
  const Words = () => ask(useTimeWords(warsaw))
  return renderToStaticMarkup(
    <IntlProvider
      locale={locale}
      now={now}
      timeZone="UTC"
      formats={{ dateTime: dateTimeFormats }}
      messages={messages[locale]}
    >
      <Words />
    </IntlProvider>,
  )
}
