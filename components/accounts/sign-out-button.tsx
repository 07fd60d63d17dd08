'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { wipePasses } from '#components/pass/pass-store.ts'
import { Button } from '#components/ui/button.tsx'
import { showToast } from '#components/ui/toast.ts'
import type { ActionResult } from '#lib/errors.ts'

/**
 * Takes the passes off the device, ends the session, then loads a fresh document. It says so when the server refused, or
 * when nobody knows whether it was told.
 */
export function SignOutButton({
  signOut,
  label,
  variant = 'bare',
}: {
  signOut: (input: Record<string, never>) => Promise<ActionResult<void>>
  /** For a sign-out that reaches further than this browser. */
  label?: string
  variant?: 'bare' | 'dangerQuiet'
}) {
  const t = useTranslations('accounts.signOut')
  const [isPending, setPending] = useState(false)

  async function leave() {
    setPending(true)
    await wipeIfThereIsAStore()
    try {
      const result = await signOut({})
      // What was fetched while the server was being told goes too.
      await wipeIfThereIsAStore()
      // Nobody cannot be signed out any further.
      if (result.ok || result.code === 'UNAUTHENTICATED') return location.replace('/sign-in')
      showToast({ tone: 'danger', title: t('failed'), description: result.message })
    } catch {
      showToast({ tone: 'danger', title: t('uncertain'), description: t('unreachable') })
    }
    setPending(false)
  }

  return (
    <Button variant={variant} isWide={!label} isPending={isPending} onPress={() => void leave()}>
      <LogOut aria-hidden="true" className="size-5" />
      {label ?? t('label')}
    </Button>
  )
}

/** Some private windows have no store at all; that must not keep anybody signed in. */
async function wipeIfThereIsAStore(): Promise<void> {
  await wipePasses().catch(() => undefined)
}
