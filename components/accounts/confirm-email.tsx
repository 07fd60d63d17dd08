'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ActionResult } from '#lib/errors.ts'

type Outcome = { isDone: boolean; message: string }

export function ConfirmEmail({
  token,
  confirmEmail,
}: {
  token: string
  confirmEmail: (input: { token: string }) => Promise<ActionResult<{ email: string }>>
}) {
  const t = useTranslations('accounts.confirm')
  const common = useTranslations('common.form')
  const [outcome, setOutcome] = useState<Outcome>()
  const [isPending, startTransition] = useTransition()

  const confirm = () =>
    startTransition(async () => {
      try {
        const answer = await confirmEmail({ token })
        setOutcome(
          answer.ok
            ? { isDone: true, message: t('done', { email: answer.data.email }) }
            : { isDone: false, message: answer.message },
        )
      } catch {
        setOutcome({ isDone: false, message: common('unreachable') })
      }
    })

  return (
    <div className="flex flex-col gap-5">
      {outcome && (
        <Notice tone={outcome.isDone ? 'success' : 'danger'} title={outcome.message} isLive />
      )}
      {outcome?.isDone ? (
        <ButtonLink variant="primary" href="/" replace isWide>
          {t('home')}
        </ButtonLink>
      ) : (
        <Button variant="primary" isWide isPending={isPending} onPress={confirm}>
          {t('submit')}
        </Button>
      )}
    </div>
  )
}
