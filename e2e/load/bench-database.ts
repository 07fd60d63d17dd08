import pg from 'pg'
import {
  addressOf,
  createDatabase,
  listDatabases,
  openTestServer,
} from '#lib/testing/database-server.ts'

const name = 'carrel_bench'

export const benchVenueId = '00000000-0000-4000-8000-000000000001'

/** The first day of the crowd's bookings; a hundred days follow. */
export const firstDay = Date.UTC(2026, 8, 1)
export const days = 100

/** A database of its own with a venue of 500 seats and 200,000 bookings, filled once and kept. */
export async function openBenchDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await openTestServer()
  if (!(await isFilled(server))) await fill(await createDatabase(server, name))
  return { url: addressOf(server.home, name), close: server.close }
}

async function isFilled(server: { home: string }): Promise<boolean> {
  if (!(await listDatabases(server)).includes(name)) return false
  const rows = await run(
    addressOf(server.home, name),
    `SELECT 1 FROM bookings b JOIN seats s ON s.id = b.seat_id
     WHERE s.venue_id = '${benchVenueId}' HAVING count(*) = 200000`,
  )
  return rows.length === 1
}

async function fill(url: string): Promise<void> {
  await run(
    url,
    `INSERT INTO venues (id, slug, name, address, time_zone)
      VALUES ('${benchVenueId}', 'bench', 'Bench', '1 Long Street', 'Europe/Berlin');
    INSERT INTO booking_rules (id, venue_id, version) VALUES (gen_random_uuid(), '${benchVenueId}', 1);
    INSERT INTO opening_hours (id, venue_id, weekday, opens_minute, closes_minute)
      SELECT gen_random_uuid(), '${benchVenueId}', weekday, 0, 1440 FROM generate_series(1, 7) weekday;
    INSERT INTO floors (id, venue_id, name, position, width, height, plan)
      VALUES ('${benchVenueId}', '${benchVenueId}', 'Hall', 0, 5000, 5000, '{}');
    INSERT INTO seats (id, venue_id, floor_id, label, kind, x, y)
      SELECT gen_random_uuid(), '${benchVenueId}', '${benchVenueId}', 'S' || n, 'desk', n % 25 * 200, n / 25 * 200
      FROM generate_series(1, 500) n;
    INSERT INTO users (id, email, name)
      SELECT gen_random_uuid(), 'b' || n || '@example.com', 'B' FROM generate_series(1, 2000) n;
    -- Four bookings of three hours on each seat on each day; a person has one of them.
    INSERT INTO bookings (id, seat_id, user_id, made_by_id, rule_id, starts_at, ends_at, occupied_until, release_due_at, made_at)
      SELECT gen_random_uuid(), s.id, u.id, u.id, r.id, at, at + interval '3h', at + interval '3h', at + interval '15min', at - interval '1 day'
      FROM (SELECT id, row_number() OVER (ORDER BY label) - 1 AS n FROM seats) s
      CROSS JOIN generate_series(0, ${days - 1}) day CROSS JOIN generate_series(0, 3) part
      CROSS JOIN LATERAL (SELECT to_timestamp(${firstDay / 1000}) + make_interval(days => day, hours => 6 + part * 3) AS at) t
      JOIN (SELECT id, row_number() OVER (ORDER BY email) - 1 AS n FROM users) u ON u.n = (s.n + 500 * part + day) % 2000
      CROSS JOIN booking_rules r;`,
  )
  await run(url, 'VACUUM ANALYZE')
}

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
