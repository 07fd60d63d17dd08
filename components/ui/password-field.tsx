import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from './button.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** A password that may be looked at, because typing blind on a phone is how sign-ins fail. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'trailing' | 'isMono'>) {
  const t = useTranslations('common')
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck="false"
      trailing={
        <IconButton
          label={isShown ? t('hidePassword') : t('showPassword')}
          size="iconSmall"
          onPress={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff className="size-5" /> : <Eye className="size-5" />}
        </IconButton>
      }
    />
  )
}
