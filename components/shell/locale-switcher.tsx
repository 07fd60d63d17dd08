'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { languages } from './languages.ts'

export function LocaleSwitcher({
  chooseLocale,
}: {
  chooseLocale: (input: { locale: Locale }) => Promise<unknown>
}) {
  const t = useTranslations('shell.language')
  const [shown, setShown] = useOptimistic(useLocale())
  const [, startTransition] = useTransition()
  return (
    <SegmentedControl
      label={t('label')}
      value={shown}
      onChange={(choice) =>
        startTransition(async () => {
          setShown(choice)
          await chooseLocale({ locale: choice })
        })
      }
      options={languages}
    />
  )
}
