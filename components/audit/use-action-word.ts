import { useTranslations } from 'next-intl'

/** The words for an action such as `user.verify`; its name for one that a newer or older Carrel wrote. */
export function useActionWord(): (action: string) => string {
  const t = useTranslations('audit.actions')
  return (action) => (t.has(action as never) ? t(action as never) : action)
}
