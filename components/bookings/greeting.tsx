import { useTranslations } from 'next-intl'
import type { Messages } from '#lib/i18n/messages.ts'

export type PartOfDay = keyof Messages['bookings']['home']['greeting']

export function Greeting({ name, part }: { name: string; part: PartOfDay }) {
  const t = useTranslations('bookings.home.greeting')
  return <h1 className="text-28 lg:text-40">{t(part, { name: name.split(' ')[0] ?? name })}</h1>
}
