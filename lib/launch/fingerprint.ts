import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project.ts'

/** A hash over the contents of files and folders of the project, for knowing whether a thing made of them is still good. */
export function fingerprint(
  paths: string[],
  isCounted: (path: string) => boolean = () => true,
): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => listFiles(path)).filter(isCounted)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(projectFolder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Makes `thing` unless the stamp beside it says that it was made of this. The stamp comes last: what is cut off has none. */
export async function makeUnlessFresh(
  stampFile: string,
  made: string,
  make: () => Promise<void>,
): Promise<boolean> {
  if (readStamp(stampFile) === made) return false
  rmSync(stampFile, { force: true })
  await make()
  writeFileSync(stampFile, made)
  return true
}

export function readStamp(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function listFiles(path: string): string[] {
  const found = statSync(join(projectFolder, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  const names = readdirSync(join(projectFolder, path)).sort()
  return names.flatMap((name) => listFiles(join(path, name)))
}
