import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it, vi } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'bootstrap-'))
const bootstrap = join(root, 'lib', 'launch', 'bootstrap.mjs')

// A project with one package, which lies beside it, so that npm installs it without a network.
beforeAll(() => {
  mkdirSync(join(root, 'lib', 'launch'), { recursive: true })
  copyFileSync(fileURLToPath(new URL('bootstrap.mjs', import.meta.url)), bootstrap)
  mkdirSync(join(root, 'pinned'))
  writeFileSync(
    join(root, 'pinned', 'package.json'),
    '{ "name": "pinned", "version": "1.0.0", "bin": { "node": "node.sh" } }',
  )
  writeFileSync(join(root, 'pinned', 'node.sh'), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, {
    mode: 0o755,
  })
  const manifest = {
    name: 'scratch',
    version: '1.0.0',
    type: 'module',
    dependencies: { pinned: 'file:pinned' },
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest))
  const packages = {
    '': manifest,
    pinned: { version: '1.0.0', bin: { node: 'node.sh' } },
    'node_modules/pinned': { resolved: 'pinned', link: true },
  }
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ ...manifest, lockfileVersion: 3, packages }),
  )
  write(
    'migrate',
    `console.log('arguments', process.argv.slice(2).join(' ')); process.exitCode = 7`,
  )
})

function write(command: string, script: string) {
  writeFileSync(join(root, 'lib', 'launch', `${command}.ts`), script)
}

async function run(...args: string[]) {
  // As a person would run it, not as the npm script that runs the tests.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME } as Record<
    string,
    string
  > as NodeJS.ProcessEnv
  const result = await promisify(execFile)(process.execPath, [bootstrap, ...args], { env }).catch(
    (error) => error,
  )
  return { code: result.code ?? 0, said: `${result.stdout}${result.stderr}` }
}

describe('the first step of every command', () => {
  it('installs what is missing, once, and hands over arguments and exit code', async () => {
    const first = await run('migrate', 'one', 'two')
    expect(first.said).toMatch(/^Installing the packages .*\narguments one two\n$/)
    expect(first.code).toBe(7)
    expect(await run('migrate')).toEqual({ code: 7, said: 'arguments \n' })
  })

  it('installs once when two commands start together', async () => {
    appendFileSync(join(root, 'package-lock.json'), ' ')
    const results = await Promise.all([run('migrate'), run('migrate')])
    expect(results.filter(({ said }) => said.startsWith('Installing'))).toHaveLength(1)
    expect(results.map(({ code }) => code)).toEqual([7, 7])
  })

  it('installs again when packages were changed, and when an installation was cut off', async () => {
    appendFileSync(join(root, 'package-lock.json'), ' ')
    expect((await run('migrate')).said).toMatch(/^Installing/)
    writeFileSync(join(root, 'node_modules', '.carrel-installed'), '')
    expect((await run('migrate')).said).toMatch(/^Installing/)
  })

  it('ends when the packages cannot be installed, so that the next command may try', async () => {
    const file = join(root, 'package.json')
    const whole = readFileSync(file)
    writeFileSync(file, '{')
    appendFileSync(join(root, 'package-lock.json'), ' ')
    expect(await run('migrate')).toMatchObject({
      code: 1,
      said: expect.stringContaining('could not be installed'),
    })
    writeFileSync(file, whole)
    expect((await run('migrate')).code).toBe(7)
  })

  it('says which commands there are', async () => {
    const { code, said } = await run('strat')
    expect(said).toMatch(/^Say what to do, one of: start, dev, /)
    expect(code).toBe(1)
  })

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'takes the command along when it gets %s',
    async (signal) => {
      const trace = join(root, `stopped-by-${signal}`)
      write(
        'web',
        `import { writeFileSync } from 'node:fs'
       const stop = () => { writeFileSync(${JSON.stringify(trace)}, ''); process.exit(0) }
       process.on('SIGTERM', stop); process.on('disconnect', stop)
       console.log('up')`,
      )
      const child = spawn(process.execPath, [bootstrap, 'web'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      child.kill(signal)
      await vi.waitFor(() => expect(existsSync(trace)).toBe(true), 5_000)
    },
  )
})
