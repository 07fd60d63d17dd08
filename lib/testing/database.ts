import pg from 'pg'
import { beforeEach } from 'vitest'
import { addressOf, createDatabase, listDatabases, type TestServer } from './database-server.ts'

/** The database of this name, copied from the template unless it is there from an earlier file of the same worker. */
export async function openTestDatabase(server: TestServer, name: string) {
  const isThere = (await listDatabases(server)).includes(name)
  const url = isThere ? addressOf(server.home, name) : await createDatabase(server, name)
  const client = new pg.Client({ connectionString: url, lock_timeout: 10_000 })
  await client.connect()
  return { url, client }
}

/**
 * For a file whose tests count what is there: each of them starts on an empty database. Otherwise a file does, and its tests
 * live beside each other on what the factories make for them, as people do.
 */
export function startEachTestEmpty(): void {
  beforeEach(async () => {
    const client = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      lock_timeout: 10_000,
    })
    await client.connect()
    await emptyDatabase(client)
    await client.end()
  })
}

/**
 * Takes every row out of our tables and every job out of the queue. Truncated rather than rolled back, because tests race
 * several connections against each other; only tables that hold rows, because truncating an empty one costs as much.
 */
export async function emptyDatabase(client: pg.Client): Promise<void> {
  await client.query(`
    DO $$
    DECLARE
      candidate regclass;
      is_used boolean;
      used text := '';
    BEGIN
      FOR candidate IN
        SELECT oid FROM pg_class
        WHERE relkind IN ('r', 'p') AND NOT relispartition AND relname <> '_prisma_migrations'
          AND (relnamespace = 'public'::regnamespace OR oid = to_regclass('pgboss.job'))
      LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', candidate) INTO is_used;
        IF is_used THEN used := used || ', ' || candidate; END IF;
      END LOOP;
      IF used <> '' THEN EXECUTE 'TRUNCATE ' || substr(used, 3) || ' RESTART IDENTITY CASCADE'; END IF;
    END $$`)
}
