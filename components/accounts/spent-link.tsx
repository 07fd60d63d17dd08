import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/links.tsx'

/** A link that is worth nothing any more: why, and how to get one that is. */
export function SpentLink({
  refusal,
  next,
}: {
  refusal: string
  next: { label: string; href: string }
}) {
  const t = useTranslations('accounts')
  return (
    <div className="flex flex-col items-start gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-28 sm:text-40">{t('spentLink')}</h1>
        <p className="text-17 text-muted">{refusal}</p>
      </div>
      <ButtonLink variant="primary" href={next.href}>
        {next.label}
      </ButtonLink>
    </div>
  )
}
