import { writeFileSync } from 'node:fs'
import { drawEntities } from './entity-diagram.ts'

writeFileSync('docs/entities.md', drawEntities('prisma/schema'))
console.log('docs/entities.md is drawn from prisma/schema.')
