export const dynamic = 'force-dynamic'

/** That the process answers, and nothing else: who restarts it on a failure must not do so because the database is away. */
export function GET(): Response {
  return Response.json({ status: 'alive' }, { headers: { 'Cache-Control': 'no-store' } })
}
