import { inflate } from '@sparticuz/chromium'
import { chromium } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { projectFolder } from '#lib/launch/project.ts'

export type Browser = { executablePath: string; args: string[] }

/** Needed in containers and by root; harmless, because it opens nothing but our own pages. */
const args = ['--no-sandbox']

/**
 * The Chromium to test with: the one that CHROMIUM_PATH names, Playwright's own, one of the system, or else the one that
 * comes from npm. For the last, `LD_LIBRARY_PATH` of this process may be set.
 */
export async function findBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM_PATH?.trim() ||
    findPlaywrights() ||
    findInstalled() ||
    (await unpackFromNpm())
  return { executablePath, args }
}

function findPlaywrights(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function findInstalled(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(runs)
}

/** A name in the path may be a stub that only says how to install the real one. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    return execFileSync(path, ['--version'], { stdio: 'pipe', timeout: 10_000 }).length > 0
  } catch {
    return false
  }
}

/**
 * The package would unpack into the system's temporary folder, under names that any user may take first and that it trusts
 * when they are there: so it unpacks into a folder of ours, which gets its name when it is whole.
 */
async function unpackFromNpm(): Promise<string> {
  const packageFolder = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../..')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const folder = join(projectFolder, '.test-data', `chromium-${version}`)
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    const names = ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br']
    await withTemporaryFolder(draft, () =>
      Promise.all(names.map((name) => inflate(join(packageFolder, 'bin', name)))),
    )
    writeFileSync(join(draft, 'fonts', 'fonts.conf'), fontSettings)
    renameSync(draft, folder)
  }
  const executable = join(folder, 'chromium')
  // Small systems lack the libraries of NSS, and the package brings them.
  if (!runs(executable)) process.env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib')
  // A system without any font shows no text at all.
  if (!existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH = join(folder, 'fonts')
  return executable
}

const fontSettings = '<fontconfig><dir prefix="relative">fonts</dir></fontconfig>'

async function withTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  await work()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
}
