import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { get_dmmf } from '@prisma/prisma-schema-wasm'

type Field = {
  name: string
  kind: 'scalar' | 'object' | 'enum'
  type: string
  isList: boolean
  isRequired: boolean
  isId: boolean
  isUnique: boolean
  relationName?: string
  relationFromFields?: string[]
}
type Model = {
  name: string
  dbName: string | null
  documentation?: string
  primaryKey: { fields: string[] } | null
  fields: Field[]
}
type Datamodel = { models: Model[]; enums: { name: string; values: { name: string }[] }[] }

/** The entity diagram of the schema folder as a Markdown page with one Mermaid drawing. */
export function drawEntities(schemaFolder: string): string {
  const { models, enums } = readDatamodel(schemaFolder)
  const drawing = [...models.map(drawEntity), ...models.flatMap(drawRelations)].join('\n')
  const described = models.filter((model) => model.documentation)
  return [
    '# Entities',
    'Made from `prisma/schema` by `npm run erd`; a test fails when it is out of date. What the schema cannot say (exclusion constraints, checks) stands in the SQL of `prisma/migrations`.',
    '```mermaid\nerDiagram\n' + drawing + '\n```',
    described.map((model) => `- **${model.name}**: ${oneLine(model.documentation!)}`).join('\n'),
    enums
      .map(({ name, values }) => `- **${name}**: ${values.map((value) => value.name).join(', ')}`)
      .join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
}

function readDatamodel(folder: string): Datamodel {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.prisma'))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')])
  const dmmf = JSON.parse(get_dmmf(JSON.stringify({ prismaSchema: files }))) as {
    datamodel: Datamodel
  }
  return dmmf.datamodel
}

function drawEntity(model: Model): string {
  const foreignKeys = new Set(model.fields.flatMap((field) => field.relationFromFields ?? []))
  const columns = model.fields
    .filter((field) => field.kind !== 'object')
    .map((field) => {
      const isKey = field.isId || model.primaryKey?.fields.includes(field.name)
      const marks = [
        isKey && 'PK',
        foreignKeys.has(field.name) && 'FK',
        field.isUnique && 'UK',
      ].filter(Boolean)
      const type = field.type + (field.isList ? '[]' : '')
      const optional = field.isRequired ? '' : ' "may be absent"'
      return `    ${type} ${field.name} ${marks.join(', ')}${optional}`.trimEnd()
    })
  return [`  ${model.name} {`, ...columns, '  }'].join('\n')
}

/** A relation is drawn from the side that holds the foreign key. */
function drawRelations(model: Model): string[] {
  return model.fields
    .filter((field) => field.relationFromFields?.length)
    .map((field) => {
      const parent = field.isRequired ? '||' : 'o|'
      return `  ${field.type} ${parent}--o{ ${model.name} : "${field.name}"`
    })
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}
