import { onStop } from './on-stop.ts'
import { openDatabase } from './open-database.ts'
import { runCommand } from './run-command.ts'
import { announceService } from './services.ts'
import { checkSettings, loadSettings } from './settings.ts'

// Set before the log is imported, which names the process in every line.
process.env.CARREL_PROCESS ??= 'worker'

await runCommand(async () => {
  loadSettings()
  const isSupervised = await announceService('worker')
  const database = await openDatabase()
  await checkSettings()
  if (!isSupervised && database.isEmbedded) {
    const { prepareDatabase } = await import('./prepare-database.ts')
    await prepareDatabase(database.directUrl, console.log)
  }

  const { startWorker } = await import('#jobs/worker.ts')
  const stopWorking = await startWorker()
  onStop(async () => {
    await stopWorking()
    if (!isSupervised) await database.stopUnlessUsed()
  })
  process.send?.('ready')
  if (!isSupervised) console.log('The worker takes jobs.')
})
