import pg from 'pg'
import type { E2eApp } from '#lib/testing/e2e-app.ts'
import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, seatOf } from './member-scene.ts'

const pages = [
  { path: '/', who: 'member', then: { role: 'heading', name: 'No seat is yours yet' } },
  { path: '/bookings', who: 'member', then: { role: 'heading', name: 'Nothing booked so far' } },
  { path: '/seats', who: 'member', then: { role: 'list', name: 'What the seats show' } },
  { path: '/admin/check-in', who: 'admin', then: { role: 'heading', name: 'Today' } },
] as const

for (const { path, who, then } of pages) {
  test(`while its answer is slow, ${path} shows its own shape`, async ({ app, arriveAs }) => {
    const visitor = await arriveAs(who)
    const page = await visitor.context.newPage()
    const release = await holdBookings(app)
    const response = await page.goto(path, { waitUntil: 'commit' })
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('status', { name: 'Loading…' })).toBeVisible()
    await release()
    await expect(page.getByRole(then.role, { name: then.name })).toBeVisible()
    await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0)
  })
}

test('what is quick comes whole', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  for (const path of ['/', '/bookings', '/seats']) {
    // A busy machine may be slow now and then.
    await expect(async () => {
      const answer = await member.request.get(path, { headers: { accept: 'text/html' } })
      expect((await answer.text()).includes('aria-label="Loading…"'), path).toBe(false)
    }).toPass()
  }
})

test('the plan stays until that of the other time is there', async ({ app, arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom('Room of slow answers')
  await page.goto(room.path)
  const strip = page.getByRole('form', { name: 'Day and time' })
  await expect(strip).toHaveAttribute('aria-busy', 'false')
  const release = await holdBookings(app)
  await page.getByLabel('To', { exact: true }).selectOption({ index: 0 })
  await expect(strip).toHaveAttribute('aria-busy', 'true')
  await expect(page).not.toHaveURL(/to=/)
  await expect(seatOf(page, 'A1')).toBeVisible()
  await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0)
  await release()
  await expect(page).toHaveURL(/to=/)
  await expect(strip).toHaveAttribute('aria-busy', 'false')
  await expect(seatOf(page, 'A1')).toBeVisible()
})

test('who has no script waits, and sees the plan in the end', async ({
  app,
  arriveAs,
  browser,
  baseURL,
}) => {
  const member = await arriveAs('member')
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await member.context.storageState(),
  })
  const page = await context.newPage()
  const release = await holdBookings(app)
  await page.goto('/seats', { waitUntil: 'commit' })
  await expect(page.getByRole('status', { name: 'Loading…' })).toBeVisible()
  await release()
  await expect(page.getByRole('list', { name: 'What the seats show' })).toBeVisible()
  await context.close()
})

/** Nobody can read a booking until the returned function is called. */
async function holdBookings({ databaseUrl }: E2eApp): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('BEGIN')
  await client.query('LOCK TABLE bookings IN ACCESS EXCLUSIVE MODE')
  return () => client.end()
}
