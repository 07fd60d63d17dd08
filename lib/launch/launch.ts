import { setTimeout as sleep } from 'node:timers/promises'
import { buildPages, isBuilt } from './build.ts'
import { seedWhenEmpty } from './demo.ts'
import { hasAdmin } from './has-admin.ts'
import { generate } from './generate.ts'
import { keepPostgres } from './keep-postgres.ts'
import { askHolder, takeLock, type Lock } from './lock.ts'
import { onStop } from './on-stop.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'
import { findPort } from './ports.ts'
import { prepareDatabase } from './prepare-database.ts'
import { dataFolder, makePassable } from './project.ts'
import { LaunchRefusal } from './run-command.ts'
import { announce } from './announce.ts'
import { findNetwork, openNetwork } from './open-network.ts'
import { describeService, endLeftovers } from './services.ts'
import { checkSettings, loadSettings, publishAddress } from './settings.ts'
import { supervise, type Supervised } from './supervise.ts'

const say = (line: string) => console.log(line)

/**
 * Starts everything on one machine and keeps it running: database, migrations, demo, build, then the web and the worker as
 * processes of their own. With `dev` the pages are compiled as they are asked for.
 */
export async function launch({ dev }: { dev: boolean }): Promise<void> {
  const isForNetwork = readArguments()
  const wanted = loadSettings()
  const network = isForNetwork ? findNetwork(wanted) : undefined
  delete process.env.CARREL_LAN
  makePassable(dataFolder())
  const lock = await takeSupervision()

  let opening: Promise<OpenDatabase> | undefined
  let services: Supervised[] = []
  let endBuild = () => {}
  let endWatch = async () => {}
  let isStopping = false
  const stop = async () => {
    isStopping = true
    lock.setNote('stopping')
    endBuild()
    await Promise.all([endWatch(), ...services.map((service) => service.stop())])
    // A server that is just starting is stopped too.
    const database = await opening?.catch(() => undefined)
    await database?.stop()
  }
  onStop(
    async () => {
      say('\nStopping …')
      await stop()
      say('Stopped.')
    },
    () => services.forEach((service) => service.kill()),
  )

  try {
    await endLeftovers(say)
    const port = await findPort([wanted.host, ...(network?.addresses ?? [])], wanted.port)
    if (port !== wanted.port) say(`Port ${wanted.port} is in use: Carrel takes ${port}.`)
    await generate()
    opening = openDatabase()
    const database = await opening
    const { cluster, directUrl: address } = database
    if (cluster) endWatch = keepPostgres(dataFolder(), { cluster, address }, say)
    const lan = network && (await openNetwork(network, wanted.host, say))
    publishAddress(wanted.host, port)
    await checkSettings()

    const isBuildDue = !dev && !isBuilt()
    if (isBuildDue) say('Building the pages: about a minute, and only when the sources change.')
    const [demo] = await Promise.all([
      prepareDatabase(database.directUrl, say).then(() => seedWhenEmpty(database, say)),
      isBuildDue && buildPages((end) => (endBuild = end)),
    ])

    if (isStopping) return
    const mode = { NODE_ENV: dev ? 'development' : 'production' }
    const env = demo ? { ...mode, CARREL_DEMO: '1' } : mode
    services = (['web', 'worker'] as const).map((name) =>
      supervise(describeService(name, env), say),
    )
    await Promise.all(services.map(({ ready }) => ready))
    lock.setNote(process.env.PUBLIC_URL!)
    announce(demo, database, {
      hasAdmin: await hasAdmin(database.directUrl),
      ...(lan ? { network: lan } : {}),
    })
  } catch (error) {
    // While we stop, what was under way fails, as it should.
    if (isStopping) return
    await stop()
    throw error
  }
}

/** Whether Carrel is wanted in the local network. */
function readArguments(): boolean {
  const [unknown] = process.argv.slice(2).filter((argument) => argument !== '--lan')
  if (unknown !== undefined) {
    throw new LaunchRefusal(
      `Unknown argument ${unknown}: there is only --lan; settings are given in the environment or in .env.`,
    )
  }
  return process.argv.length > 2
}

/** One supervisor a data folder. One that is just stopping is waited for. */
async function takeSupervision(): Promise<Lock> {
  const folder = dataFolder()
  for (const begin = Date.now(); ; await sleep(100)) {
    const lock = await takeLock(folder, 'supervisor')
    if (lock) return lock
    const holder = await askHolder(folder, 'supervisor')
    const limitMs = holder?.note === 'stopping' ? 30_000 : 1_500
    if (!holder || Date.now() - begin < limitMs) continue
    const place = holder.note.startsWith('http')
      ? `at ${holder.note}`
      : 'and is just starting or stopping'
    throw new LaunchRefusal(
      `Carrel already runs with the data in ${folder}, ${place} (process ${holder.pid}): use that one, or stop it first.`,
    )
  }
}
