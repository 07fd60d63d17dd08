import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawEntities } from './entity-diagram.ts'

test('the entity diagram in the docs shows the schema as it is', () => {
  expect(readFileSync('docs/entities.md', 'utf8')).toBe(drawEntities('prisma/schema'))
})

test('a relation is drawn once, from the side that holds the key, and an optional one says so', () => {
  const drawing = drawEntities('prisma/schema')
  expect(drawing.match(/Seat \|\|--o\{ Booking : "seat"/g)).toHaveLength(1)
  expect(drawing).toContain('User o|--o{ Booking : "cancelledBy"')
})
