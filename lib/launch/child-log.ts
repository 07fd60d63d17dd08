import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

const sizeLimit = 10_000_000

/** A log file that keeps one older part: when it has grown to its limit it becomes `….1` and a new one begins. */
export function openLogFile(file: string, limit = sizeLimit): (text: string) => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  let handle = openSync(file, 'a', 0o600)
  let size = fstatSync(handle).size
  return (text) => {
    try {
      if (size > limit) {
        closeSync(handle)
        if (existsSync(file)) renameSync(file, `${file}.1`)
        handle = openSync(file, 'a', 0o600)
        size = 0
      }
      size += writeSync(handle, text)
    } catch {
      // A full disk takes the log, and must not take the program that writes it.
    }
  }
}

/** Cuts a stream into lines; a part without an end waits for the rest. */
export function splitLines(onLine: (line: string) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line) onLine(line)
  }
}

/** What of a child's line is for the terminal: its log's warnings and errors, and whatever else it complains about. */
export function forTerminal(line: string, isComplaint: boolean): string | null {
  if (!line.startsWith('{')) return isComplaint ? line : null
  if (!/"level":"(warn|error|fatal)"/.test(line)) return null
  try {
    const { level, msg = '', err, requestId } = JSON.parse(line)
    const cause = err?.message && err.message !== msg ? `: ${err.message}` : ''
    return `${level}: ${msg}${cause}${requestId ? ` (request ${requestId})` : ''}`
  } catch {
    return line
  }
}
