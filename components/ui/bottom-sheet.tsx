import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SheetClose } from './sheet-close.tsx'
import type { SheetProps } from './sheet.tsx'

export function BottomSheet({
  isOpen,
  onOpenChange,
  title,
  subtitle,
  children,
  footer,
}: SheetProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-x-0 top-0 z-50 flex h-(--visual-viewport-height) items-end bg-scrim transition-opacity duration-150 entering:opacity-0 exiting:opacity-0"
    >
      <Modal className="mx-auto flex max-h-[88%] w-full max-w-xl flex-col rounded-t-card bg-raised shadow-lift transition-transform duration-180 entering:translate-y-full exiting:translate-y-full">
        <Dialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-28">
                {title}
              </Heading>
              {subtitle && <div className="mt-1 text-muted">{subtitle}</div>}
            </div>
            <SheetClose onPress={() => onOpenChange(false)} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto overscroll-contain px-5 pb-5">
            {children}
          </div>
          {footer && (
            <footer className="border-t border-hairline px-5 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
