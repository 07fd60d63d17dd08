import { reasonsAgainst } from '#lib/health/policy.ts'
import { getHealth } from '#lib/health/queries.ts'

export const dynamic = 'force-dynamic'

/** Whether requests should be sent to this process. */
export async function GET(): Promise<Response> {
  const reasons = reasonsAgainst(await getHealth(new Date()))
  return Response.json(
    reasons.length > 0 ? { status: 'not ready', reasons } : { status: 'ready' },
    { status: reasons.length > 0 ? 503 : 200, headers: { 'Cache-Control': 'no-store' } },
  )
}
