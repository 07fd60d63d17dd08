import { CalendarDays, House, Armchair, QrCode, ScanQrCode, type LucideIcon } from 'lucide-react'
import type { NavigationItem } from './navigation.ts'

export const navigationGlyphs: Record<NavigationItem['key'], LucideIcon> = {
  home: House,
  seats: Armchair,
  pass: QrCode,
  bookings: CalendarDays,
  checkIn: ScanQrCode,
}
