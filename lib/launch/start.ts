import { launch } from './launch.ts'
import { runCommand } from './run-command.ts'

await runCommand(() => launch({ dev: false }))
