import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#lib/launch/project.ts'

/** The app that the journeys drive. Its port is in E2E_PORT, set by the configuration of Playwright. */
export type E2eApp = { url: string; demoPassword: string; folder: string; databaseUrl: string }

/** Known to the journeys too: some of them act as the server would. */
export const e2eSecrets = {
  AUTH_SECRET: 'a secret of the tests, good for nothing else',
  PASS_SECRET: 'another secret of the tests, for the passes',
}

export const e2ePort = () => Number(process.env.E2E_PORT)

/** What is known of it before it has started. */
export function describeE2eApp(): Omit<E2eApp, 'databaseUrl'> {
  const folder = join(projectFolder, '.test-data', `e2e-${e2ePort()}`)
  return { url: `http://localhost:${e2ePort()}`, demoPassword: 'correct-horse-battery', folder }
}

/** For journeys that arrange the past in the database: set DATABASE_URL to `databaseUrl` before the first import of lib. */
export function findE2eApp(): E2eApp {
  const app = describeE2eApp()
  return { ...app, ...JSON.parse(readFileSync(join(app.folder, 'app.json'), 'utf8')) }
}
