'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { digestOf, isUnavailable } from '#components/shell/error-digest.ts'
import { QuietPage } from '#components/shell/quiet-page.tsx'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.error')
  const digest = digestOf(error)
  const isAway = isUnavailable(digest)
  return (
    <QuietPage
      title={isAway ? t('unavailableTitle') : t('title')}
      text={isAway ? t('unavailableText') : t('text')}
      actions={
        <>
          <Button variant="primary" onPress={retry}>
            {t('retry')}
          </Button>
          <ButtonLink href="/">{t('home')}</ButtonLink>
        </>
      }
      note={digest && !isAway ? t('reference', { reference: digest }) : undefined}
    />
  )
}
