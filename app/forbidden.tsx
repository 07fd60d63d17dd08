import { useTranslations } from 'next-intl'
import { QuietPage } from '#components/shell/quiet-page.tsx'
import { ButtonLink } from '#components/ui/links.tsx'

export default function Forbidden() {
  const t = useTranslations('accounts.forbidden')
  return (
    <QuietPage
      title={t('title')}
      text={t('text')}
      actions={
        <ButtonLink href="/" variant="primary">
          {t('home')}
        </ButtonLink>
      }
    />
  )
}
