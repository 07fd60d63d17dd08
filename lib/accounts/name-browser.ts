export type BrowserName = { browser: string | null; system: string | null; isPhone: boolean }

// In this order: most browsers also claim to be those below them.
const browsers: [RegExp, string][] = [
  [/\bYaBrowser\//, 'Yandex'],
  [/\b(Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(OPR|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What a person would call the browser that sends this `User-Agent`; null for what they would not know either. */
export function nameBrowser(userAgent: string | null): BrowserName {
  const find = (names: [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null
  const system = find(systems)
  return {
    browser: find(browsers),
    system,
    isPhone: ['iPhone', 'iPad', 'Android'].includes(system ?? ''),
  }
}
