import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { becomeFirstAdmin } from '#lib/accounts/become-first-admin.ts'
import { db } from '#lib/db/client.ts'
import { projectFolder } from './project.ts'

async function run(...given: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(projectFolder, 'lib/launch/admin.ts'), ...given], {
    env: {
      ...process.env,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
      PUBLIC_URL: 'https://carrel.example.org',
      CARREL_DATA_DIR: mkdtempSync(join(tmpdir(), 'carrel-admin-')),
    },
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}

it('prints a link that makes its reader the admin, and no second one unless it is forced', async () => {
  const first = await run('Ada@Example.com')
  const [, token] =
    /https:\/\/carrel\.example\.org\/first-admin\/([\w-]{43})/.exec(first.said) ?? []
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('24 hours') })
  const input = { token: token!, name: 'Ada', password: 'four small words' }
  expect(await becomeFirstAdmin(input, 'en', new Date())).toEqual({ email: 'ada@example.com' })
  expect(await db().userRole.count({ where: { role: 'admin' } })).toBe(1)

  const second = await run('eve@example.com')
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining('--force') })
  expect(await run('eve@example.com', '--force')).toMatchObject({ code: 0 })
})

it('says how it is called, without a stack, when it is called otherwise', async () => {
  for (const given of [[], ['nobody'], ['a@example.com', 'b@example.com']]) {
    const { code, said } = await run(...given)
    expect([code, said.trim()]).toEqual([
      1,
      'Say whose e-mail it is: npm run admin -- name@example.com',
    ])
  }
})
