'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { showToast } from '#components/ui/toast.ts'
import type { ActionResult } from '#lib/errors.ts'
import { newRequestKey } from './request-key.ts'
import { sendWrite } from './send-write.ts'

export type CancelBookingFor = (input: {
  key: string
  bookingId: string
  reason: string
}) => Promise<ActionResult<unknown>>

/** Cancels a booking of somebody else, who is owed a reason: so the button opens into a line for it. */
export function CancelForForm({
  bookingId,
  named,
  cancelBookingFor,
}: {
  bookingId: string
  /** Which booking it is, for who hears the button alone. */
  named: string
  cancelBookingFor: CancelBookingFor
}) {
  const t = useTranslations('staffBookings.cancel')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [key] = useState(newRequestKey)
  const [isPending, startTransition] = useTransition()

  function cancel() {
    if (!reason.trim()) return setError(t('reasonNeeded'))
    startTransition(async () => {
      const answer = await sendWrite(() => cancelBookingFor({ key, bookingId, reason }))
      if (answer.ok) return void showToast({ title: t('done', { named }) })
      setError(answer.code === 'SILENCE' ? t('unreachable') : answer.message)
    })
  }

  if (!isOpen) {
    return (
      <Button size="small" aria-label={t('open', { named })} onPress={() => setOpen(true)}>
        {t('button')}
      </Button>
    )
  }
  return (
    <form
      className="flex min-w-56 flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        cancel()
      }}
    >
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        errorMessage={error}
        maxLength={500}
        autoFocus
      />
      <Button type="submit" variant="dangerQuiet" isPending={isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}
