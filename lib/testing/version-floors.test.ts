import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Lock = { packages: Record<string, { version?: string }> }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'overrides',
  Record<string, string>
>

/** Every copy of a package that an install brings, nested ones too. */
function installedVersions(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version!)
}

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0
}

// The registry is not always there to be asked for advisories; these are the known ones that would hurt.
describe('versions', () => {
  it.each([
    ['next', '16.4.2'],
    ['next-auth', '4.24.15'],
    ['nodemailer', '10.0.10'],
  ])('of %s never lie below %s, in any copy', (name, floor) => {
    // What is not installed now comes with the version that is wanted here.
    const wanted = { ...manifest.dependencies, ...manifest.overrides }[name]
    const versions = [...installedVersions(name), wanted!]
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
  })

  it('never bring xlsx, which is abandoned with known holes', () => {
    expect(installedVersions('xlsx')).toEqual([])
  })

  it('are pinned exactly, so that two installs are the same', () => {
    const wanted = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.overrides,
    })
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('are compared as numbers', () => {
    expect(isAtLeast('16.10.0', '16.4.2')).toBe(true)
    expect(isAtLeast('16.4.1', '16.4.2')).toBe(false)
    expect(isAtLeast('9.9.9', '10.0.10')).toBe(false)
  })
})
