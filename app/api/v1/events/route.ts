import { watchPlans } from '#lib/venues/watch-plans.ts'
import { streamRoute } from '#lib/web/stream-route.ts'

/** What changes while somebody looks: `change` names the venue whose plan is not as it was, `gap` says that some may have been missed. */
export const GET = streamRoute({
  name: 'plan.watch',
  permission: 'plan.view',
  start: (actor, send) =>
    watchPlans(actor, (heard) => {
      if (heard === 'gap') send('gap', {})
      else send('change', { venueId: heard.venueId })
    }),
})
