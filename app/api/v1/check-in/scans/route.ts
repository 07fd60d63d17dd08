import { scanPass } from '#lib/bookings/scan-pass.ts'
import { scanPassSchema } from '#lib/bookings/schema.ts'
import { jsonRoute } from '#lib/web/json-route.ts'

export const POST = jsonRoute({
  name: 'checkIn.scan',
  permission: 'checkIn.scan',
  schema: scanPassSchema,
  run: scanPass,
})
