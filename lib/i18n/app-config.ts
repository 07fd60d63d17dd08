import type { Locale } from './locales.ts'
import type { Messages } from './messages.ts'

// Makes every key that a component or a job asks for known to the compiler.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
