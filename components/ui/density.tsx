'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore, type ReactNode } from 'react'
import { SegmentedControl } from './segmented-control.tsx'

type DensityChoice = 'comfortable' | 'dense'

const storageKey = 'density'

/** The height of rows in the staff's tables, chosen once on each device; the switch stands above what it changes. */
export function Density({ children }: { children: ReactNode }) {
  const t = useTranslations('common.density')
  const density = useSyncExternalStore(subscribe, readDensity, () => 'comfortable' as const)
  return (
    <div data-density={density} className="flex flex-col gap-3">
      <div className="self-end print:hidden">
        <SegmentedControl<DensityChoice>
          label={t('label')}
          isLabelHidden
          value={density}
          onChange={(choice) => {
            localStorage.setItem(storageKey, choice)
            // Other tabs hear of it by themselves; this one has to be told.
            window.dispatchEvent(new StorageEvent('storage', { key: storageKey }))
          }}
          options={[
            { value: 'comfortable', label: t('comfortable') },
            { value: 'dense', label: t('dense') },
          ]}
        />
      </div>
      {children}
    </div>
  )
}

function readDensity(): DensityChoice {
  return localStorage.getItem(storageKey) === 'dense' ? 'dense' : 'comfortable'
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}
