/** Signals closer together than this are one wish: a terminal sends Ctrl-C to npm and to us, and npm passes it on. */
const oneWishMs = 1_000

/**
 * Runs `stop` when this process is asked to end, by a signal or because the process that started it is gone, and then
 * ends. Asked a second time, it runs `force` and ends at once.
 */
export function onStop(stop: () => Promise<void>, force: () => void = () => {}): void {
  let askedAt = 0
  const ask = async () => {
    if (askedAt === 0) {
      askedAt = Date.now()
      await stop()
      process.exit(0)
    }
    if (Date.now() - askedAt < oneWishMs) return
    force()
    process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  process.on('disconnect', ask)
  // Nobody reads our output any more: that is no reason to die in the middle of the work.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (process.connected === false) void ask()
}
