import { DomainError } from '#lib/errors.ts'
import { askHolder } from './lock.ts'
import { openDatabase } from './open-database.ts'
import { prepareDatabase } from './prepare-database.ts'
import { dataFolder } from './project.ts'
import { LaunchRefusal, runCommand } from './run-command.ts'
import { checkSettings, loadSettings, publishAddress } from './settings.ts'

const usage = 'Say whose e-mail it is: npm run admin -- name@example.com'

type Wish = { email: string; isForced: boolean }

// `npm run admin -- e-mail [--force]`: prints the link by which that person becomes the first admin.
await runCommand(async () => {
  const wish = await readWish(process.argv.slice(2))
  const { host, port } = loadSettings()
  const database = await openDatabase()
  await prepareDatabase(database.directUrl, () => {})
  publishAddress(host, port)
  // A Carrel that runs knows better where it is: its port may have been taken.
  const running = await askHolder(dataFolder(), 'supervisor')
  if (running?.note.startsWith('http')) process.env.PUBLIC_URL = running.note
  await checkSettings()
  const { closeDb } = await import('#lib/db/client.ts')
  try {
    const { link, hours } = await invite(wish)
    console.log(
      `This link works once, for ${hours} hours, and makes its reader an admin:\n\n${link}`,
    )
    if (!running) console.log('\nCarrel is not running here: start it before you open the link.')
  } finally {
    await closeDb()
    await database.stopUnlessUsed()
  }
})

async function readWish(given: string[]): Promise<Wish> {
  const { inviteFirstAdminSchema } = await import('#lib/accounts/schema.ts')
  const [email, ...others] = given.filter((word) => word !== '--force')
  const wish = inviteFirstAdminSchema.safeParse({ email, isForced: given.includes('--force') })
  if (!wish.success || others.length > 0) throw new LaunchRefusal(usage)
  return wish.data
}

async function invite(wish: Wish): Promise<{ link: string; hours: number }> {
  const { inviteFirstAdmin } = await import('#lib/accounts/invite-first-admin.ts')
  const { systemActor } = await import('#lib/access/actor.ts')
  try {
    return await inviteFirstAdmin(systemActor('console'), wish, new Date())
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { textOfError } = await import('#lib/i18n/error-text.ts')
    throw new LaunchRefusal(textOfError(error, 'en'))
  }
}
