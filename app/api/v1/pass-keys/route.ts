import { listPassKeys } from '#lib/bookings/list-pass-keys.ts'
import { route } from '#lib/web/route.ts'

/** What the phone keeps to draw its passes without a network. */
export const GET = route({
  name: 'passes.listKeys',
  permission: 'pass.viewOwn',
  run: (actor, _request, now) => listPassKeys(actor, now),
})
