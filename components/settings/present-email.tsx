'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast.ts'
import type { OwnAccount } from '#lib/accounts/get-own-account.ts'
import type { ActionResult } from '#lib/errors.ts'

/** The address as it is, and whether it is known to be read by its person. */
export function PresentEmail({
  account,
  requestEmailConfirmation,
}: {
  account: OwnAccount
  requestEmailConfirmation: (input: Record<string, never>) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('settings.email')
  const common = useTranslations('common.form')
  const [isPending, startTransition] = useTransition()
  const { email, isEmailConfirmed } = account
  if (!email) return <p className="mb-5">{t('none')}</p>

  const resend = () =>
    startTransition(async () => {
      try {
        const answer = await requestEmailConfirmation({})
        if (answer.ok) showToast({ title: t('resent', { email }) })
        else showToast({ tone: 'danger', title: answer.message })
      } catch {
        showToast({ tone: 'danger', title: common('unreachable') })
      }
    })

  return (
    <div className="mb-6 flex flex-col items-start gap-3">
      <p>
        <span className="break-all">{t('now', { email })}</span>{' '}
        <span className={isEmailConfirmed ? 'text-lamp' : 'text-brass-ink'}>
          ({t(isEmailConfirmed ? 'confirmed' : 'unconfirmed')})
        </span>
      </p>
      {!isEmailConfirmed && (
        <Button size="small" isPending={isPending} onPress={resend}>
          {t('resend')}
        </Button>
      )}
    </div>
  )
}
