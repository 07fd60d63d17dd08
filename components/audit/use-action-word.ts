import { useTranslations } from 'next-intl'

/** The words for an action such as `user.verify`; its name for one that a newer or older Carrel wrote. */
export function useActionWord(): (action: string) => string {
  const t = useTranslations('audit')
  return (action) => {
    const [domain, verb] = action.split('.')
    const isKnown = t.has(`actions.${domain}.${verb}` as never)
    return isKnown ? t(`actions.${domain}.${verb}` as never) : action
  }
}
