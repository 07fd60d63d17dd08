import pg from 'pg'

/** Ends every connection to the database and lets none in, until {@link bringDatabaseBack}. */
export async function takeDatabaseAway(databaseUrl: string): Promise<void> {
  await allowConnections(databaseUrl, false)
  const { name, elsewhere } = placesOf(databaseUrl)
  await execute(
    elsewhere,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  )
}

export async function bringDatabaseBack(databaseUrl: string): Promise<void> {
  await allowConnections(databaseUrl, true)
}

export async function execute(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function allowConnections(databaseUrl: string, isAllowed: boolean): Promise<void> {
  const { name, elsewhere } = placesOf(databaseUrl)
  await execute(elsewhere, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${isAllowed}`)
}

/** A database that takes no connections is changed from another one of the same server. */
function placesOf(databaseUrl: string): { name: string; elsewhere: string } {
  const name = new URL(databaseUrl).pathname.slice(1)
  return { name, elsewhere: Object.assign(new URL(databaseUrl), { pathname: 'postgres' }).href }
}
