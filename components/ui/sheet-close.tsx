import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from './button.tsx'

export function SheetClose({ onPress }: { onPress: () => void }) {
  const t = useTranslations('common')
  return (
    <IconButton label={t('close')} onPress={onPress} className="-mr-2">
      <X className="size-5" />
    </IconButton>
  )
}
