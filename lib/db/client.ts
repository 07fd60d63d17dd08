import { PrismaPg } from '@prisma/adapter-pg'
import type { ClientBase } from 'pg'
import { env } from '#lib/env.ts'
import { PrismaClient, type Prisma } from './generated/client.ts'
import { queryInTurn } from './query-in-turn.ts'

export type Db = PrismaClient
/** A client inside a transaction. Operations that run in one take this, so that they never reach for the outer client. */
export type Tx = Prisma.TransactionClient

const holder = globalThis as typeof globalThis & { carrelDb?: PrismaClient }

/** The one client of this process; made at the first use, because Next loads modules while it builds. */
export function db(): PrismaClient {
  holder.carrelDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      application_name: `carrel ${process.env.CARREL_PROCESS ?? 'script'}`,
      onConnect: prepareSession,
    }),
  })
  return holder.carrelDb
}

/** Ends the pool; the next use of {@link db} opens another. */
export async function closeDb(): Promise<void> {
  const client = holder.carrelDb
  holder.carrelDb = undefined
  await client?.$disconnect()
}

/**
 * Prisma's adapter writes instants without an offset and cuts the offset off what it reads, so in a session of another
 * zone every time would slip by that zone's offset. Set by statement, not at the start of the connection, because poolers
 * in transaction mode refuse start parameters that they do not know.
 */
async function prepareSession(session: ClientBase): Promise<void> {
  queryInTurn(session)
  await session.query(`SET TIME ZONE 'UTC'; SET statement_timeout = '30s'`)
}
