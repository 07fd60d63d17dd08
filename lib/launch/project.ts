import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone, with symbolic links resolved: locks and fallback folders are named after it. */
export const projectFolder = realpathSync(fileURLToPath(new URL('../../', import.meta.url)))

/** Where everything lives that must outlast a start: database, secrets, logs. */
export function dataFolder(): string {
  const chosen = process.env.CARREL_DATA_DIR?.trim()
  return chosen ? resolve(projectFolder, chosen) : join(projectFolder, 'data')
}

/**
 * Makes a folder. Others may pass through the parts that are new, whatever the umask says, and read nothing in them: the
 * user that PostgreSQL runs as when root starts it must reach its own folder in there.
 */
export function makePassable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (!first) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o711)
}
