import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

export type DialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  children: ReactNode
  /** The ways out, the chosen one last; they sit at the thumb on a phone. */
  actions?: ReactNode
  /** An `alertdialog` is left by an answer, not by a click beside it. */
  role?: 'dialog' | 'alertdialog'
}

/** For the rare question that must be answered before anything else goes on. What can be undone needs a toast, not this. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  children,
  actions,
  role = 'dialog',
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-50 flex items-end justify-center bg-scrim p-4 transition-opacity duration-150 sm:items-center entering:opacity-0 exiting:opacity-0"
    >
      <Modal className="max-h-full w-full max-w-md overflow-auto rounded-card bg-raised shadow-lift transition-transform duration-150 entering:translate-y-3 exiting:translate-y-3">
        <AriaDialog role={role} className="flex flex-col gap-4 p-6 outline-none">
          <Heading slot="title" className="text-20">
            {title}
          </Heading>
          <div className="flex flex-col gap-4">{children}</div>
          {actions && (
            <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{actions}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
