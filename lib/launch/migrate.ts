import { openDatabase } from './open-database.ts'
import { prepareDatabase } from './prepare-database.ts'
import { runCommand } from './run-command.ts'
import { loadSettings } from './settings.ts'

await runCommand(async () => {
  loadSettings()
  const database = await openDatabase()
  await prepareDatabase(database.directUrl, console.log)
  await database.stopUnlessUsed()
  console.log('The database is up to date.')
})
