import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

/** An action that anybody may send, from the page on which it stands. */
function findAction(): string {
  const manifest = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  ) as { node: Record<string, { exportedName: string }> }
  return Object.entries(manifest.node).find(([, one]) => one.exportedName === 'chooseTheme')![0]
}

const plain = 'text/plain;charset=UTF-8'
const multipart = 'multipart/form-data; boundary=b'

for (const [what, type, body] of [
  ['text', plain, 'not what React writes'],
  ['nothing', plain, ''],
  ['half a list', plain, '[{"theme":'],
  ['no list', plain, '7'],
  ['a reference to nothing', plain, '["$F7"]'],
  ['parts that never begin', multipart, 'garbage'],
  ['parts that never end', multipart, '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$'],
] as const) {
  test(`an action with ${what} for a body is told so`, async ({ request }) => {
    const response = await request.post('/sign-in', {
      headers: { 'next-action': findAction(), 'content-type': type },
      data: body,
      timeout: 10_000,
    })
    expect(response.status()).toBe(400)
    expect(await response.text()).toContain('Reload the page and try again.')
  })
}

test('a form that names no action of ours is told so', async ({ request }) => {
  const response = await request.post('/sign-in', { multipart: { $ACTION_REF_1: '', '1:0': '{}' } })
  expect(response.status()).toBe(400)
  expect(await response.text()).toContain('Reload the page and try again.')
})

test('an action that another site sends is told so', async ({ request }) => {
  const response = await request.post('/sign-in', {
    headers: {
      'next-action': findAction(),
      'content-type': plain,
      origin: 'https://evil.example',
    },
    data: '[{"theme":"dark"}]',
  })
  expect(response.status()).toBe(403)
  expect(await response.text()).toContain('came from another site')
})

test('a method that nobody takes is told so', async ({ request }) => {
  const response = await request.fetch('/sign-in', { method: 'TRACE' })
  expect(response.status()).toBe(405)
  expect(await response.text()).toBe('This address takes no TRACE requests.')
})

test('who asks the API for what it has not is told so in JSON', async ({ request }) => {
  for (const path of ['/api', '/api/nothing', '/api/v1/nothing/at/all', '/api/v1']) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const response = await request.fetch(path, { method })
      expect(response.status(), `${method} ${path}`).toBe(404)
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' })
    }
  }
})
