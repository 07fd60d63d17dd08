import type { ReactNode } from 'react'
import { BottomSheet } from './bottom-sheet.tsx'
import { SidePanel } from './side-panel.tsx'
import { useMediaQuery } from './use-media-query.ts'

export type SheetProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: ReactNode
  /** Under the title, small: kind, place, state. */
  subtitle?: ReactNode
  children: ReactNode
  /** Stays in view below the part that scrolls. */
  footer?: ReactNode
}

/**
 * More about one thing without leaving the page: on a phone a sheet from below, over the page; with room beside it a panel
 * that leaves the page usable. Give it the thing's id as `key`, and choosing the next thing moves focus into its sheet.
 */
export function Sheet(props: SheetProps) {
  const hasRoomBeside = useMediaQuery('(min-width: 64rem)')
  return hasRoomBeside ? <SidePanel {...props} /> : <BottomSheet {...props} />
}
