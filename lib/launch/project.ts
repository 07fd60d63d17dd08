import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone, with symbolic links resolved: locks and fallback folders are named after it. */
export const projectFolder = realpathSync(fileURLToPath(new URL('../../', import.meta.url)))

/** Where everything lives that must outlast a start: database, secrets, logs. */
export function dataFolder(): string {
  const chosen = process.env.CARREL_DATA_DIR?.trim()
  return chosen ? resolve(projectFolder, chosen) : join(projectFolder, 'data')
}
