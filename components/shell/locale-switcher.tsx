'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import type { Locale } from '#lib/i18n/locales.ts'

// Each language by its own name, for whoever landed in one that they cannot read.
const options: { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'ru', label: 'Русский' },
  { value: 'pl', label: 'Polski' },
]

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
      options={options}
    />
  )
}
