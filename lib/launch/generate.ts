import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copyBarcodeReader } from './copy-barcode-reader.ts'
import { fingerprint, makeUnlessFresh } from './fingerprint.ts'
import { projectFolder } from './project.ts'
import { LaunchRefusal, runCommand } from './run-command.ts'

const generated = join(projectFolder, 'lib/db/generated')

/** Makes what is not in the repository and every process or build needs. */
export async function generate(): Promise<void> {
  copyBarcodeReader()
  await generateClient()
}

/** Writes the Prisma client anew when the schema, or Prisma itself, has changed. */
async function generateClient(): Promise<void> {
  const made = fingerprint(['prisma/schema', 'node_modules/prisma/package.json'])
  await makeUnlessFresh(join(generated, '.made-of'), made, runPrisma)
}

async function runPrisma(): Promise<void> {
  const cli = join(projectFolder, 'node_modules/prisma/build/index.js')
  const env = {
    ...process.env,
    // Generating never runs the schema engine, and yet fetches it from the network unless it is told of some file.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
  }
  try {
    await promisify(execFile)(process.execPath, [cli, 'generate'], { cwd: projectFolder, env })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new LaunchRefusal(
      `${stdout}${stderr}\nThe Prisma client could not be made, for the reason above.`,
    )
  }
}

if (import.meta.main) await runCommand(generate)
