import { expect, it } from 'vitest'
import { planQuerySchema } from './schema.ts'

it('reads a day', () => {
  expect(planQuerySchema.parse({ day: '2026-11-24' }).day).toBe('2026-11-24')
})

it.each(['2026-13-45', '9999-12-31', '+012026-01-01', 'today', ''])(
  'takes the day %j for left out',
  (day) => expect(planQuerySchema.parse({ day }).day).toBeUndefined(),
)
