import { dataFolder } from './project.ts'

/** Why a command stops: one sentence that says what to do, shown without a stack. */
export class LaunchRefusal extends Error {}

/** Runs a command's main function; whatever stops it comes out as one sentence and exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}

/** The sentence for an error of the system; an error that nobody foresaw keeps its stack, because it is a fault of ours. */
export function explain(error: unknown): string {
  if (error instanceof LaunchRefusal) return error.message
  const { code, path, syscall } = error as NodeJS.ErrnoException
  const place = path ?? dataFolder()
  // What Node says of a folder that is to be made on a read-only file system.
  switch (code === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${place} is full: free some space, or set CARREL_DATA_DIR to a folder on another disk.`
    case 'EACCES':
    case 'EPERM':
      return `This user may not use ${place}: run this as its owner, or set CARREL_DATA_DIR to a folder of your own.`
    case 'EROFS':
      return `${place} cannot be made: set CARREL_DATA_DIR to a folder that can be written.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${place} is in the way of a folder: move it, or set CARREL_DATA_DIR to another folder.`
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open: raise the limit (ulimit -n 4096), then run this again.'
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
