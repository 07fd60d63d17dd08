import { createServer, type AddressInfo } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#lib/db/generated/client.ts'

/** Does some work while nothing listens where the database should be. */
export function withoutDatabase<T>(work: () => Promise<T>): Promise<T> {
  // The port of the discard service, which no machine runs any more.
  return withDatabaseAt('postgresql://nobody@127.0.0.1:9/nothing', work)
}

/** Does some work while the database takes connections and never says a word. */
export async function withSilentDatabase<T>(work: () => Promise<T>): Promise<T> {
  const server = createServer((socket) => socket.on('error', () => {}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await withDatabaseAt(`postgresql://nobody@127.0.0.1:${port}/nothing`, work)
  } finally {
    server.close()
  }
}

async function withDatabaseAt<T>(connectionString: string, work: () => Promise<T>): Promise<T> {
  const holder = globalThis as typeof globalThis & { carrelDb?: PrismaClient }
  const real = holder.carrelDb
  const adapter = new PrismaPg({ connectionString, connectionTimeoutMillis: 5_000 })
  const other = (holder.carrelDb = new PrismaClient({ adapter }))
  try {
    return await work()
  } finally {
    holder.carrelDb = real
    await other.$disconnect()
  }
}
