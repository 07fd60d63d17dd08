'use client'

import { Lamp, MonitorSmartphone, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'

export type ThemeChoice = 'light' | 'dark' | 'system'

export function ThemeSwitcher({
  theme,
  chooseTheme,
}: {
  theme: ThemeChoice
  chooseTheme: (input: { theme: ThemeChoice }) => Promise<unknown>
}) {
  const t = useTranslations('shell.theme')
  const [shown, setShown] = useOptimistic(theme)
  const [, startTransition] = useTransition()
  return (
    <SegmentedControl
      label={t('label')}
      value={shown}
      onChange={(choice) =>
        startTransition(async () => {
          setShown(choice)
          await chooseTheme({ theme: choice })
        })
      }
      options={[
        { value: 'light', label: t('light'), glyph: <Sun className="size-4" /> },
        { value: 'dark', label: t('dark'), glyph: <Lamp className="size-4" /> },
        { value: 'system', label: t('system'), glyph: <MonitorSmartphone className="size-4" /> },
      ]}
    />
  )
}
