import type { TestProject } from 'vitest/node'
import { dropDatabase, listDatabases, openTestServer, type TestServer } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
    /** Begins the names of this run's databases. */
    databasePrefix: string
  }
}

const prefix = 'carrel_test_'
let server: Awaited<ReturnType<typeof openTestServer>>

export async function setup(project: TestProject): Promise<void> {
  server = await openTestServer()
  await dropDatabases((pid) => !isAlive(pid))
  project.provide('testServer', { home: server.home, template: server.template })
  project.provide('databasePrefix', `${prefix}${process.pid}_`)
}

export async function teardown(): Promise<void> {
  await dropDatabases((pid) => pid === process.pid)
  await server.close()
}

/** Several runs may go on at once; the number in a name is the process of its run, which may have been killed. */
async function dropDatabases(isDue: (pid: number) => boolean): Promise<void> {
  for (const name of await listDatabases(server)) {
    const pid = Number(name.match(`^${prefix}(\\d+)_`)?.[1] ?? 0)
    if (pid > 0 && isDue(pid)) await dropDatabase(server, name)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
