import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectFolder } from './project.ts'

const served = join(projectFolder, 'public/wasm/zxing_reader.wasm')

/** Lays the scanner's WebAssembly where our own origin serves it: the library would fetch it from somebody else's. */
export function copyBarcodeReader(): void {
  const require = createRequire(import.meta.url)
  const installed = require.resolve('zxing-wasm/reader/zxing_reader.wasm')
  if (isSame(installed, served)) return
  mkdirSync(dirname(served), { recursive: true })
  copyFileSync(installed, served)
}

function isSame(a: string, b: string): boolean {
  try {
    return readFileSync(a).equals(readFileSync(b))
  } catch {
    return false
  }
}
