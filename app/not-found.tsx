import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/links.tsx'
import { QuietPage } from '#components/shell/quiet-page.tsx'

export default function NotFound() {
  const t = useTranslations('shell.notFound')
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
