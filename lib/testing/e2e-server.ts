import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages, isBuilt } from '#lib/launch/build.ts'
import { seedDemoInto } from '#lib/launch/demo.ts'
import { onStop } from '#lib/launch/on-stop.ts'
import { runCommand } from '#lib/launch/run-command.ts'
import { writePrivately } from '#lib/launch/secrets.ts'
import { describeService } from '#lib/launch/services.ts'
import { publishAddress } from '#lib/launch/settings.ts'
import { supervise } from '#lib/launch/supervise.ts'
import { createDatabase, dropDatabase, openTestServer } from './database-server.ts'
import { describeE2eApp, e2ePort, e2eSecrets } from './e2e-app.ts'

const settings = {
  NODE_ENV: 'production',
  CARREL_DEMO: '1',
  // As in the other tests: the zone of the machine must not matter.
  TZ: 'Asia/Kathmandu',
  ...e2eSecrets,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 'test').toString('base64'),
}

// Started by Playwright: the built app, web and worker, on a database of its own with a fresh demo.
await runCommand(async () => {
  const { folder, demoPassword } = describeE2eApp()
  rmSync(folder, { recursive: true, force: true })
  process.env.CARREL_DATA_DIR = folder
  Object.assign(process.env, settings)
  if (!isBuilt()) await buildPages()

  const server = await openTestServer()
  const database = `carrel_e2e_${e2ePort()}`
  const databaseUrl = await createDatabase(server, database)
  await seedDemoInto(databaseUrl, demoPassword)

  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: databaseUrl })
  publishAddress('127.0.0.1', e2ePort())
  const services = (['web', 'worker'] as const).map((name) =>
    supervise(describeService(name, {}), (line) => console.error(line)),
  )
  onStop(async () => {
    await Promise.all(services.map((service) => service.stop()))
    await dropDatabase(server, database)
    await server.close()
  })
  writePrivately(join(folder, 'app.json'), { databaseUrl })
  await Promise.all(services.map(({ ready }) => ready))
})
