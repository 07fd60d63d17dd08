import pg from 'pg'

/** Whether anybody can manage people: an installation that is new has nobody who could make an admin. */
export async function hasAdmin(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT FROM user_roles WHERE role = 'admin') AS "hasAdmin"`,
  )
  await client.end()
  return rows[0].hasAdmin
}
