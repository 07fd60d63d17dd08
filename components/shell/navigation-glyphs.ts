import {
  Armchair,
  CalendarDays,
  CalendarSearch,
  House,
  Mail,
  QrCode,
  Scale,
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
  staffBookings: CalendarSearch,
  rules: Scale,
  users: Users,
  outbox: Mail,
  audit: ScrollText,
}
