import { buildPages, isBuilt } from './build.ts'
import { onStop } from './on-stop.ts'
import { openDatabase } from './open-database.ts'
import { handedNetwork } from './open-network.ts'
import { explainListening, findPort } from './ports.ts'
import { runCommand } from './run-command.ts'
import { announceService } from './services.ts'
import { checkSettings, loadSettings, publishAddress } from './settings.ts'

// Set before anything reads them: the log at its import, React and Next at theirs.
process.env.CARREL_PROCESS ??= 'web'
const environment = process.env as Record<string, string | undefined>
environment.NODE_ENV ??= 'production'

await runCommand(async () => {
  const { host, ...wanted } = loadSettings()
  const isSupervised = await announceService('web')
  // A port that was named is the one a proxy knows; otherwise any that is free will do.
  const port = isSupervised || wanted.isPortChosen ? wanted.port : await findPort(host, wanted.port)
  const database = await openDatabase()
  publishAddress(host, port)
  await checkSettings()
  const dev = process.env.NODE_ENV === 'development'
  if (!isSupervised) {
    if (database.isEmbedded) {
      const { prepareDatabase } = await import('./prepare-database.ts')
      await prepareDatabase(database.directUrl, console.log)
    }
    if (!dev && !isBuilt()) await buildPages()
  }

  const { serveApp } = await import('#lib/web/server.ts')
  const network = isSupervised ? handedNetwork() : undefined
  const stopServing = await serveApp({ dev, host, port, network }).catch((error) => {
    throw explainListening(error, error.address ?? host, error.port ?? port)
  })
  onStop(async () => {
    await stopServing()
    if (!isSupervised) await database.stopUnlessUsed()
  })
  process.send?.('ready')
  if (!isSupervised) console.log(`Carrel answers at ${process.env.PUBLIC_URL}`)
})
