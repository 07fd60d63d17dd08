import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buildPages, isBuilt } from '#lib/launch/build.ts'
import { projectFolder } from '#lib/launch/project.ts'
import { LaunchRefusal, runCommand } from '#lib/launch/run-command.ts'

/**
 * `npm run trial:lan`: Carrel in one network namespace, a phone in another, and a cable between them. Linux only; the
 * namespaces end with the trial, and nothing listens on an interface of the machine.
 */
await runCommand(async () => {
  if (!isBuilt()) await buildPages()
  const asOurselves =
    process.getuid?.() === 0 ? [] : ['--user', '--map-current-user', '--keep-caps']
  const house = join(projectFolder, 'e2e/lan/house.ts')
  const child = spawn('unshare', [...asOurselves, '--net', process.execPath, house], {
    cwd: projectFolder,
    stdio: 'inherit',
  })
  child.on('error', () => console.error('The trial needs unshare (util-linux) and ip (iproute2).'))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new LaunchRefusal('The trial failed, for the reason above.')
})
