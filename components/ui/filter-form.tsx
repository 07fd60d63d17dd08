import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Filters of a list, sent by the browser into the address: it works before any script, and can be shared. */
export function FilterForm({ action, children }: { action: string; children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <form
      action={action}
      method="get"
      role="search"
      className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      {children}
      <Button type="submit">{t('filter')}</Button>
    </form>
  )
}
