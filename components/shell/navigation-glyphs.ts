import {
  Armchair,
  CalendarDays,
  House,
  Mail,
  QrCode,
  ScanQrCode,
  ScrollText,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { NavigationItem } from './navigation.ts'

export const navigationGlyphs: Record<NavigationItem['key'], LucideIcon> = {
  home: House,
  seats: Armchair,
  pass: QrCode,
  bookings: CalendarDays,
  checkIn: ScanQrCode,
  users: Users,
  outbox: Mail,
  audit: ScrollText,
}
