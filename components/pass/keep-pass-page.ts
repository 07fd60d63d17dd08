/**
 * Makes the pass page open without a network: the service worker fetches it anew, in the language of now and with the
 * scripts of the present build, and keeps it. Browsers have service workers only over HTTPS and on the machine itself.
 */
export async function keepPassPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage('keep the pass page')
  } catch {
    // The pass still works with a network.
  }
}
