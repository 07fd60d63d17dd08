import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

/*
 * `npm run migration:draft` prints the SQL that leads from the committed schema to the one in the working tree: the first
 * draft of a migration, to which constraints are added by hand. The engine is Prisma's own, as WebAssembly from npm,
 * because the native one is downloaded from elsewhere.
 */

type SchemaFile = { path: string; content: string }

const folder = 'prisma/schema'

function committedFiles(): SchemaFile[] {
  const names = git('ls-tree', '--name-only', 'HEAD', `${folder}/`).split('\n')
  return names
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({ path: name, content: git('show', `HEAD:${name}`) }))
}

function presentFiles(): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({
      path: join(folder, name),
      content: readFileSync(join(folder, name), 'utf8'),
    }))
}

function git(...words: string[]): string {
  return execFileSync('git', words, { encoding: 'utf8' }).trim()
}

/** Comparing two schemas asks the database for nothing but its version. */
const connection = {
  provider: 'postgres' as const,
  adapterName: 'none',
  queryRaw: () =>
    Promise.resolve({ columnNames: ['version'], columnTypes: [7], rows: [['PostgreSQL 15.0']] }),
  executeRaw: () => Promise.resolve(0),
  executeScript: () => Promise.resolve(),
  startTransaction: () => Promise.reject(new Error('no transaction is needed to compare')),
  dispose: () => Promise.resolve(),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
}
const factory = {
  provider: 'postgres' as const,
  adapterName: 'none',
  connect: () => Promise.resolve(connection),
  connectToShadowDb: () => Promise.resolve(connection),
}

const present = presentFiles()
const engine = await SchemaEngine.new(
  { datamodels: present.map(({ path, content }) => [path, content]) },
  () => undefined,
  bindMigrationAwareSqlAdapterFactory(factory as never),
)
const { stdout } = await engine.diff({
  from: { tag: 'schemaDatamodel', files: committedFiles() },
  to: { tag: 'schemaDatamodel', files: present },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
})
console.log(stdout)
