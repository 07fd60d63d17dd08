// Keeps one page, the pass, with everything it is made of, so that it opens where there is no network. Every other request
// goes its own way. What is kept names its build by the addresses of its scripts, so nothing here changes with a build.
const cacheName = 'carrel-pass'
const passPath = '/pass'
const patienceMs = 2_500

self.addEventListener('install', (event) => {
  event.waitUntil(keepPassPage().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

// Sent by the pages of a member when they open and when the language changes.
self.addEventListener('message', (event) => {
  event.waitUntil(keepPassPage().catch(() => undefined))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname === passPath) {
    event.respondWith(newestPassPage(request))
  } else if (url.pathname.startsWith('/_next/static/')) {
    event.respondWith(keptOrFetched(request))
  }
})

/** The page goes in last and the leftovers go out after it: whatever fails, what was kept before stays whole. */
async function keepPassPage() {
  const page = await fetch(passPath, { cache: 'no-store' })
  if (!page.ok || page.redirected) throw new Error(`The pass page answered ${page.status}`)
  const cache = await caches.open(cacheName)
  const kept = await keepAll(cache, addressesIn(await page.clone().text(), self.location.href))
  const styles = [...kept].filter((address) => address.endsWith('.css'))
  for (const address of styles) {
    const style = await cache.match(address)
    for (const font of await keepAll(cache, addressesIn(await style.text(), address)))
      kept.add(font)
  }
  await cache.put(passPath, page)
  for (const request of await cache.keys()) {
    const { href, pathname } = new URL(request.url)
    if (pathname !== passPath && !kept.has(href)) await cache.delete(request)
  }
}

/** Scripts, styles and fonts that a page or a style names, in whatever quotes. */
function addressesIn(text, base) {
  const named = text.match(/\/_next\/static\/[^"'\\\s)<>]+\.(?:js|css|woff2)/g) ?? []
  const relative = [...text.matchAll(/url\(["']?(\.\.?\/[^"')]+)/g)].map(([, path]) => path)
  return new Set([...named, ...relative].map((path) => new URL(path, base).href))
}

async function keepAll(cache, addresses) {
  const missing = []
  for (const address of addresses) if (!(await cache.match(address))) missing.push(address)
  await Promise.all(missing.map((address) => cache.add(address)))
  return addresses
}

/** The server's page when it answers soon and well, else the kept one. */
async function newestPassPage(request) {
  const kept = await caches.match(passPath, { cacheName })
  if (!kept) return fetch(request)
  const fetched = fetch(request).then(
    (page) => (page.ok ? page : kept),
    () => kept,
  )
  const waited = new Promise((resolve) => setTimeout(resolve, patienceMs, kept))
  return Promise.race([fetched, waited])
}

/** Their names change with their contents, so a kept one is the right one. */
async function keptOrFetched(request) {
  return (await caches.match(request, { cacheName })) ?? fetch(request)
}
