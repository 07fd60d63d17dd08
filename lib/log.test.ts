import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** What a process of its own writes: the log goes to standard output and nowhere else. */
function written(statement: string, env: Record<string, string> = {}): Record<string, unknown>[] {
  const program = `import { log } from './lib/log.ts'\n${statement}`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, LOG_LEVEL: 'info', CARREL_PROCESS: 'trial', ...env },
    encoding: 'utf8',
  })
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

describe('log', () => {
  it('cuts what is personal, wherever it stands in the first three levels', () => {
    const lines = written(`
      const person = { id: 7, name: 'Ada', email: 'ada@example.com', password: 'p', token: 't' }
      log.info({ ...person, card: '2100', note: 'n' }, 'flat')
      log.info({ person, request: { headers: { cookie: 'c', authorization: 'a' } } }, 'nested')`)
    const cut = '[cut]'
    const person = { id: 7, name: cut, email: cut, password: cut, token: cut }
    expect(lines[0]).toMatchObject({ ...person, card: cut, note: cut, msg: 'flat' })
    expect(lines[1]).toMatchObject({
      person,
      request: { headers: { cookie: cut, authorization: cut } },
    })
  })

  it('cuts the row that the database refused', () => {
    const [line] = written(`
      const cause = { message: 'violates check', detail: 'Failing row contains (Ada, ada@example.com).' }
      log.error({ err: Object.assign(new Error('no'), { meta: { driverAdapterError: { cause } } }) })`)
    expect(JSON.stringify(line)).toContain('violates check')
    expect(JSON.stringify(line)).not.toContain('ada@example.com')
  })

  it('writes JSON lines with level, time and process', () => {
    const [line] = written(`log.warn({ seat: 'A12' }, 'odd')`)
    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      process: 'trial',
      seat: 'A12',
      msg: 'odd',
    })
  })

  it('carries the id of the request that the code runs for', () => {
    const lines = written(`
      const { AsyncLocalStorage } = await import('node:async_hooks')
      const store = (globalThis[Symbol.for('carrel.request')] = new AsyncLocalStorage())
      log.info('outside')
      store.run({ requestId: 'r-1' }, () => log.info('inside'))`)
    expect(lines.map(({ msg, requestId }) => [msg, requestId])).toEqual([
      ['outside', undefined],
      ['inside', 'r-1'],
    ])
  })

  it('keeps what failed, and why', () => {
    const [line] = written(`log.error({ err: new Error('no seat') }, 'failed')`)
    expect(line).toMatchObject({ level: 'error', err: { type: 'Error', message: 'no seat' } })
  })
})
