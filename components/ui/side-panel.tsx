import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { SheetClose } from './sheet-close.tsx'
import type { SheetProps } from './sheet.tsx'

/** Beside the page, not over it: the shell makes room, nothing is dimmed, Escape closes it from anywhere. */
export function SidePanel(props: SheetProps) {
  return props.isOpen ? createPortal(<OpenPanel {...props} />, document.body) : null
}

function OpenPanel({ onOpenChange, title, subtitle, children, footer }: SheetProps) {
  const titleId = useId()
  const ref = useFocusOfPanel()
  useRoomBeside()
  useEscape(() => onOpenChange(false))
  return (
    <div
      ref={ref}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed inset-y-0 right-0 z-30 flex w-96 flex-col border-l border-hairline bg-raised transition-[opacity,translate] duration-150 outline-none starting:translate-x-6 starting:opacity-0 print:hidden"
    >
      <div className="flex items-start gap-4 px-6 pt-8 pb-4">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="text-28">
            {title}
          </h2>
          {subtitle && <div className="mt-1 text-muted">{subtitle}</div>}
        </div>
        <SheetClose onPress={() => onOpenChange(false)} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">{children}</div>
      {footer && <div className="border-t border-hairline px-6 py-4">{footer}</div>}
    </div>
  )
}

/** Focus goes into the panel and, if it is still there at the end, back to where it came from. */
function useFocusOfPanel() {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const panel = ref.current
    const before = document.activeElement
    panel?.focus({ preventScroll: true })
    return () => {
      // React has already removed the panel here, so focus that was in it has fallen to the body.
      const isLost =
        document.activeElement === document.body || panel?.contains(document.activeElement)
      const canTakeIt = before instanceof HTMLElement || before instanceof SVGElement
      if (isLost && canTakeIt && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return ref
}

function useRoomBeside() {
  useEffect(() => {
    document.documentElement.style.setProperty('--shell-side', '24rem')
    return () => void document.documentElement.style.removeProperty('--shell-side')
  }, [])
}

function useEscape(onEscape: () => void) {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
