import type { Locale } from '#lib/i18n/locales.ts'
import { translateKey } from '#lib/i18n/translate.ts'

type TrustPage = {
  locale: Locale
  address: string
  fingerprint: string
  /** What the certificate is called in the settings of a device. */
  name: string
  userAgent: string
}

const devices = [
  { title: 'ios.title', steps: ['ios.one', 'ios.two', 'ios.three'], sign: /iPhone|iPad/ },
  {
    title: 'android.title',
    steps: ['android.one', 'android.two', 'android.three'],
    sign: /Android/,
  },
  {
    title: 'windows.title',
    steps: ['windows.one', 'windows.two', 'windows.three'],
    sign: /Windows/,
  },
  { title: 'macos.title', steps: ['macos.one', 'macos.two', 'macos.three'], sign: /Macintosh/ },
]

/** The page as HTML that needs no script, with the steps for the visitor's own device unfolded. */
export function drawTrustPage({
  locale,
  address,
  fingerprint,
  name,
  userAgent,
}: TrustPage): string {
  const text = (key: string) => escape(translateKey('lan', key, { name }, { locale }))
  const own = devices.find(({ sign }) => sign.test(userAgent)) ?? devices[0]
  const list = devices.map(
    (device) => `<details${device === own ? ' open' : ''}><summary>${text(device.title)}</summary>
<ol>${device.steps.map((step) => `<li>${text(step)}</li>`).join('')}</ol></details>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text('title')} · Carrel</title>
<style>${trustStyle}</style>
</head>
<body>
<main>
<h1>${text('title')}</h1>
<p>${text('lead')}</p>
<p><a class="button" href="/carrel.crt">${text('download')}</a></p>
<h2>${text('steps')}</h2>
${list.join('\n')}
<p>${text('then')}</p>
<p><a class="button" href="${escape(address)}/">${text('open')}</a></p>
<h2>${text('compare.title')}</h2>
<p>${text('compare.text')}</p>
<p><code>${fingerprint.replaceAll(':', ':<wbr>')}</code></p>
<p>${text('limits')}</p>
</main>
</body>
</html>
`
}

/** The colours of the app, which this page cannot load: nothing of it is served here. */
export const trustStyle = `
:root { color-scheme: light dark; font: 1.0625rem/1.65 ui-sans-serif, system-ui, sans-serif; }
body { margin: 0; background: light-dark(#fbfaf6, #0f1513); color: light-dark(#1e2421, #ece9e0); }
main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2 { font-family: Georgia, ui-serif, serif; font-weight: 600; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.75rem; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
a { color: light-dark(#0f5c4a, #5cc2a3); }
.button { display: inline-block; padding: 0.75rem 1.25rem; border-radius: 0.625rem; font-weight: 600; text-decoration: none; background: light-dark(#0f5c4a, #5cc2a3); color: light-dark(#ffffff, #0f1513); }
:focus-visible { outline: 3px solid light-dark(#b8862f, #d9ae5f); outline-offset: 2px; }
details { border-top: 1px solid light-dark(#e0dccf, #2a322e); }
details:last-of-type { border-bottom: 1px solid light-dark(#e0dccf, #2a322e); }
summary { padding: 0.75rem 0; font-weight: 600; cursor: pointer; }
ol { margin: 0 0 1rem; padding-left: 1.5rem; }
li { margin: 0.375rem 0; }
code { font: 0.875rem/1.6 ui-monospace, 'Courier New', monospace; }
`

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
