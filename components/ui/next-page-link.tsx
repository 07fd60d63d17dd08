import { useTranslations } from 'next-intl'
import { hrefWith } from '#lib/href.ts'
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
  return (
    <nav className="mt-6">
      <ButtonLink href={hrefWith(path, { ...params, after })}>{t('more')}</ButtonLink>
    </nav>
  )
}
