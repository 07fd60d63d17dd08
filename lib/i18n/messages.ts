// Statically imported so that Next, the worker and the tests read the very same files.
import enCommon from './messages/en/common.json' with { type: 'json' }
import enShell from './messages/en/shell.json' with { type: 'json' }
import enFatal from './messages/en/fatal.json' with { type: 'json' }
import enErrors from './messages/en/errors.json' with { type: 'json' }
import enFields from './messages/en/fields.json' with { type: 'json' }
import enAccounts from './messages/en/accounts.json' with { type: 'json' }
import enSeats from './messages/en/seats.json' with { type: 'json' }
import enBookings from './messages/en/bookings.json' with { type: 'json' }
import enPass from './messages/en/pass.json' with { type: 'json' }
import enCheckIn from './messages/en/checkIn.json' with { type: 'json' }
import enStaffBookings from './messages/en/staffBookings.json' with { type: 'json' }
import enRules from './messages/en/rules.json' with { type: 'json' }
import enScanner from './messages/en/scanner.json' with { type: 'json' }
import enSettings from './messages/en/settings.json' with { type: 'json' }
import enMail from './messages/en/mail.json' with { type: 'json' }
import enOutbox from './messages/en/outbox.json' with { type: 'json' }
import enUsers from './messages/en/users.json' with { type: 'json' }
import enAudit from './messages/en/audit.json' with { type: 'json' }
import enLan from './messages/en/lan.json' with { type: 'json' }
import ruCommon from './messages/ru/common.json' with { type: 'json' }
import ruShell from './messages/ru/shell.json' with { type: 'json' }
import ruFatal from './messages/ru/fatal.json' with { type: 'json' }
import ruErrors from './messages/ru/errors.json' with { type: 'json' }
import ruFields from './messages/ru/fields.json' with { type: 'json' }
import ruAccounts from './messages/ru/accounts.json' with { type: 'json' }
import ruSeats from './messages/ru/seats.json' with { type: 'json' }
import ruBookings from './messages/ru/bookings.json' with { type: 'json' }
import ruPass from './messages/ru/pass.json' with { type: 'json' }
import ruCheckIn from './messages/ru/checkIn.json' with { type: 'json' }
import ruStaffBookings from './messages/ru/staffBookings.json' with { type: 'json' }
import ruRules from './messages/ru/rules.json' with { type: 'json' }
import ruScanner from './messages/ru/scanner.json' with { type: 'json' }
import ruSettings from './messages/ru/settings.json' with { type: 'json' }
import ruMail from './messages/ru/mail.json' with { type: 'json' }
import ruOutbox from './messages/ru/outbox.json' with { type: 'json' }
import ruUsers from './messages/ru/users.json' with { type: 'json' }
import ruAudit from './messages/ru/audit.json' with { type: 'json' }
import ruLan from './messages/ru/lan.json' with { type: 'json' }
import plCommon from './messages/pl/common.json' with { type: 'json' }
import plShell from './messages/pl/shell.json' with { type: 'json' }
import plFatal from './messages/pl/fatal.json' with { type: 'json' }
import plErrors from './messages/pl/errors.json' with { type: 'json' }
import plFields from './messages/pl/fields.json' with { type: 'json' }
import plAccounts from './messages/pl/accounts.json' with { type: 'json' }
import plSeats from './messages/pl/seats.json' with { type: 'json' }
import plBookings from './messages/pl/bookings.json' with { type: 'json' }
import plPass from './messages/pl/pass.json' with { type: 'json' }
import plCheckIn from './messages/pl/checkIn.json' with { type: 'json' }
import plStaffBookings from './messages/pl/staffBookings.json' with { type: 'json' }
import plRules from './messages/pl/rules.json' with { type: 'json' }
import plScanner from './messages/pl/scanner.json' with { type: 'json' }
import plSettings from './messages/pl/settings.json' with { type: 'json' }
import plMail from './messages/pl/mail.json' with { type: 'json' }
import plOutbox from './messages/pl/outbox.json' with { type: 'json' }
import plUsers from './messages/pl/users.json' with { type: 'json' }
import plAudit from './messages/pl/audit.json' with { type: 'json' }
import plLan from './messages/pl/lan.json' with { type: 'json' }
import type { Locale } from './locales.ts'

const en = {
  common: enCommon,
  shell: enShell,
  fatal: enFatal,
  errors: enErrors,
  fields: enFields,
  accounts: enAccounts,
  seats: enSeats,
  bookings: enBookings,
  pass: enPass,
  checkIn: enCheckIn,
  scanner: enScanner,
  settings: enSettings,
  mail: enMail,
  outbox: enOutbox,
  users: enUsers,
  audit: enAudit,
  rules: enRules,
  staffBookings: enStaffBookings,
  lan: enLan,
}

const ru = {
  common: ruCommon,
  shell: ruShell,
  fatal: ruFatal,
  errors: ruErrors,
  fields: ruFields,
  accounts: ruAccounts,
  seats: ruSeats,
  bookings: ruBookings,
  pass: ruPass,
  checkIn: ruCheckIn,
  scanner: ruScanner,
  settings: ruSettings,
  mail: ruMail,
  outbox: ruOutbox,
  users: ruUsers,
  audit: ruAudit,
  rules: ruRules,
  staffBookings: ruStaffBookings,
  lan: ruLan,
}

const pl = {
  common: plCommon,
  shell: plShell,
  fatal: plFatal,
  errors: plErrors,
  fields: plFields,
  accounts: plAccounts,
  seats: plSeats,
  bookings: plBookings,
  pass: plPass,
  checkIn: plCheckIn,
  scanner: plScanner,
  settings: plSettings,
  mail: plMail,
  outbox: plOutbox,
  users: plUsers,
  audit: plAudit,
  rules: plRules,
  staffBookings: plStaffBookings,
  lan: plLan,
}

/** English is the shape that the other languages are held to (a test compares the keys). */
export type Messages = typeof en
export type Namespace = keyof Messages

export const messages = { en, ru, pl } as unknown as Record<Locale, Messages>
