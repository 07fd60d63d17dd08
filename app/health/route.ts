import { getHealth } from '#lib/health/queries.ts'
import packageJson from '../../package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

/** The whole, for people and dashboards. Nothing in it is a secret. */
export async function GET(): Promise<Response> {
  const health = await getHealth(new Date())
  return Response.json(
    { ...health, version: packageJson.version },
    {
      status: health.status === 'down' ? 503 : 200,
      headers: { 'Cache-Control': 'no-store' },
    },
  )
}
