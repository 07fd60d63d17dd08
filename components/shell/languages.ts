import type { Locale } from '#lib/i18n/locales.ts'

/** Each language by its own name, for whoever landed in one that they cannot read. */
export const languages: { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'ru', label: 'Русский' },
  { value: 'pl', label: 'Polski' },
]
