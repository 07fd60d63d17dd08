import { CircleCheck, OctagonX, TriangleAlert, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  type QueuedToast,
} from 'react-aria-components/Toast'
import { Button, IconButton } from './button.tsx'
import { toastQueue, type ToastMessage, type ToastTone } from './toast.ts'

const glyphs = { done: CircleCheck, attention: TriangleAlert, danger: OctagonX }

const glyphColours: Record<ToastTone, string> = {
  done: 'text-lamp',
  attention: 'text-brass-ink',
  danger: 'text-brick',
}

/** Where toasts appear: above the tab bar on a phone, in the lower corner elsewhere. */
export function ToastRegion() {
  return (
    <AriaToastRegion
      queue={toastQueue}
      className="fixed inset-x-4 bottom-[calc(var(--shell-bottom)+1rem)] z-60 mx-auto flex max-w-md flex-col gap-2 outline-none sm:right-6 sm:left-auto sm:mx-0 sm:w-96 print:hidden"
    >
      {({ toast }) => <ToastSlip toast={toast} />}
    </AriaToastRegion>
  )
}

function ToastSlip({ toast }: { toast: QueuedToast<ToastMessage> }) {
  const t = useTranslations('common')
  const { title, description, tone = 'done', action } = toast.content
  const Glyph = glyphs[tone]
  return (
    <Toast
      toast={toast}
      className="flex items-start gap-3 rounded-card border border-hairline bg-raised py-2 pr-1 pl-4 text-15 shadow-lift transition-[opacity,translate] duration-150 starting:translate-y-3 starting:opacity-0"
    >
      <Glyph aria-hidden="true" className={`mt-2 size-5 shrink-0 ${glyphColours[tone]}`} />
      {/* React Aria would interrupt the reader (`alert`); only a danger may. */}
      <ToastContent
        role={tone === 'danger' ? 'alert' : 'status'}
        className="flex min-w-0 flex-1 flex-col py-1.5"
      >
        <Text slot="title" className="font-medium">
          {title}
        </Text>
        {description && (
          <Text slot="description" className="text-13 text-muted">
            {description}
          </Text>
        )}
      </ToastContent>
      {action && (
        <Button
          variant="bare"
          className="shrink-0"
          onPress={() => {
            toastQueue.close(toast.key)
            action.onPress()
          }}
        >
          <Undo2 aria-hidden="true" className="size-4" />
          {action.label}
        </Button>
      )}
      <IconButton slot="close" label={t('close')}>
        <X className="size-5" />
      </IconButton>
    </Toast>
  )
}
