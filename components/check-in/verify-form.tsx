import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { longestNote } from '#lib/bookings/verdict.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** Verifies the person and checks them in, in one step, with a note of what was looked at. */
export function VerifyForm({
  onVerify,
  isPending,
}: {
  onVerify: (note: string) => void
  isPending: boolean
}) {
  const t = useTranslations('checkIn.verify')
  const [note, setNote] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isPending) onVerify(note)
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={t('note')}
        description={t('noteDescription')}
        isOptional
        value={note}
        onChange={setNote}
        maxLength={longestNote}
        autoComplete="off"
      />
      <Button type="submit" variant="primary" size="large" isWide isPending={isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}
