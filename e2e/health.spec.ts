import { expect, test } from './fixtures.ts'

test('health tells the whole, with a worker that beats', async ({ request }) => {
  await expect
    .poll(async () => (await (await request.get('/health')).json()).worker.status)
    .toBe('ok')
  const response = await request.get('/health')
  expect(response.status()).toBe(200)
  expect(response.headers()['cache-control']).toBe('no-store')
  expect(await response.json()).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: { status: 'ok', latencyMs: expect.any(Number) },
    migrations: { status: 'ok' },
    worker: {
      status: 'ok',
      lastBeatAt: expect.stringMatching(/Z$/),
      ageSeconds: expect.any(Number),
    },
  })
})

test('alive, ready and ping answer in a word', async ({ request }) => {
  expect(await (await request.get('/health/live')).json()).toEqual({ status: 'alive' })
  expect(await (await request.get('/health/ready')).json()).toEqual({ status: 'ready' })
  expect(await (await request.get('/ping')).text()).toBe('pong')
})
