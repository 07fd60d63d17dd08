'use client'

import { Laptop, Smartphone } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast.ts'
import type { OwnSession } from '#lib/accounts/list-own-sessions.ts'
import type { ActionResult } from '#lib/errors.ts'
import { formatFromNow } from '#lib/i18n/formats.ts'

const aMinuteMs = 60_000

/** One signed-in browser in words, and the way to end it; this one is ended in the menu. */
export function DeviceRow({
  session,
  now,
  endOwnSession,
}: {
  session: OwnSession
  now: Date
  endOwnSession: (input: { sessionId: string }) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('settings.devices')
  const common = useTranslations('common.form')
  const locale = useLocale()
  const [isPending, startTransition] = useTransition()
  const device = t('on', {
    browser: session.browser ?? t('unknownBrowser'),
    system: session.system ?? t('unknownSystem'),
  })
  const ago = (at: Date) =>
    now.getTime() - at.getTime() < aMinuteMs ? t('justNow') : formatFromNow(at, locale, now)
  const Glyph = session.isPhone ? Smartphone : Laptop

  const end = () =>
    startTransition(async () => {
      try {
        const answer = await endOwnSession({ sessionId: session.id })
        if (answer.ok) showToast({ title: t('ended', { device }) })
        else showToast({ tone: 'danger', title: answer.message })
      } catch {
        showToast({ tone: 'danger', title: common('unreachable') })
      }
    })

  return (
    <li className="flex items-center gap-4 border-b border-hairline py-4">
      <Glyph aria-hidden="true" className="size-6 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="font-medium">{device}</span>
        <span className="text-13 text-muted">
          {t('seen', { when: ago(session.lastSeenAt) })},{' '}
          {t('since', { when: ago(session.createdAt) })}
        </span>
      </div>
      {session.isThis ? (
        <span className="rounded-chip bg-lamp-wash px-2 py-0.5 text-13 font-medium text-lamp">
          {t('this')}
        </span>
      ) : (
        <Button
          size="small"
          isPending={isPending}
          onPress={end}
          aria-label={t('endLabel', { device })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  )
}
