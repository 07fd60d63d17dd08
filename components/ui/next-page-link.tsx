import { useTranslations } from 'next-intl'
import { ButtonLink } from './links.tsx'

/** Leads to what comes after the last row shown, with the same filters. */
export function NextPageLink({
  path,
  params,
  after,
}: {
  path: string
  params: Record<string, string | string[] | undefined>
  after: string
}) {
  const t = useTranslations('common')
  const kept = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && value ? [[name, value]] : [],
  )
  const query = new URLSearchParams([
    ...kept.filter(([name]) => name !== 'after'),
    ['after', after],
  ])
  return (
    <nav className="mt-6">
      <ButtonLink href={`${path}?${query}`}>{t('more')}</ButtonLink>
    </nav>
  )
}
