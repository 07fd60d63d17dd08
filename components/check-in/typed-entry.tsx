import { useTranslations } from 'next-intl'
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { parseTypedCode, typedCodeLength } from '#lib/bookings/pass.ts'
import { latinInsteadOf } from '#components/scanner/key-text.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** The eight characters, when no camera can read the phone. Forgives case, spaces, O for 0, and a keyboard of another script. */
export function TypedEntry({
  value,
  onChange,
  onSubmit,
  isPending,
  isAway,
}: {
  value: string
  onChange: (value: string) => void
  onSubmit: () => void
  isPending: boolean
  isAway: boolean
}) {
  const t = useTranslations('checkIn.typed')
  const input = useRef<HTMLInputElement>(null)
  const [isWrong, setWrong] = useState(false)

  function change(text: string) {
    setWrong(false)
    onChange(text.toUpperCase())
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isPending || isAway) return
    if (parseTypedCode(value)) onSubmit()
    else setWrong(true)
  }

  function writeLatin(event: KeyboardEvent) {
    const letter = latinInsteadOf(event)
    const field = input.current
    if (!letter || !field || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    field.setRangeText(letter, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
    change(field.value)
  }

  return (
    <form onSubmit={submit} noValidate className="flex items-start gap-2">
      <TextField
        ref={input}
        label={t('label')}
        description={t('description')}
        errorMessage={isWrong ? t('wrong', { length: typedCodeLength }) : undefined}
        value={value}
        onChange={change}
        onKeyDown={writeLatin}
        isMono
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
        maxLength={24}
        placeholder="ABCD EFGH"
        autoCapitalize="characters"
        className="min-w-0 flex-1"
      />
      <Button
        type="submit"
        variant="primary"
        isPending={isPending && !isAway}
        isDisabled={isAway}
        className="mt-7.5"
      >
        {t('submit')}
      </Button>
    </form>
  )
}
