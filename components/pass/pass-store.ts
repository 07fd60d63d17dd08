import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { listPassKeys } from '#lib/bookings/list-pass-keys.ts'

/** What the server answers to a phone that asks for its keys. */
export type PassKeys = Awaited<ReturnType<typeof listPassKeys>>

export type PassBooking = PassKeys['bookings'][number]

/** What the phone keeps: enough to draw passes without a network. */
export type KeptPasses = {
  bookings: PassBooking[]
  /** What has to be added to this phone's clock to get the server's, in milliseconds. */
  offsetMs: number
  /** By the server's clock. */
  fetchedAt: number
}

type PassSchema = DBSchema & {
  kept: { key: 'passes'; value: KeptPasses }
  /** Raised by every wipe, so that an answer that was on its way then is not kept after it. */
  wipes: { key: 'count'; value: number }
}

const announcements = 'carrel-passes'
let opened: Promise<IDBPDatabase<PassSchema>> | undefined

function store(): Promise<IDBPDatabase<PassSchema>> {
  opened ??= openDB<PassSchema>('carrel-pass', 1, {
    upgrade(database) {
      database.createObjectStore('kept')
      database.createObjectStore('wipes')
    },
    terminated() {
      opened = undefined
    },
  }).catch((error: unknown) => {
    // What hindered it may be gone the next time.
    opened = undefined
    throw error
  })
  return opened
}

export async function readPasses(): Promise<KeptPasses | null> {
  return (await (await store()).get('kept', 'passes')) ?? null
}

/** To be read before asking the server, and given to {@link savePasses} with its answer. */
export async function countWipes(): Promise<number> {
  return (await (await store()).get('wipes', 'count')) ?? 0
}

/** Replaces what is kept; does nothing when it was wiped while the answer was on its way. */
export async function savePasses(passes: KeptPasses, wipesBefore: number): Promise<void> {
  const change = (await store()).transaction(['kept', 'wipes'], 'readwrite')
  const wipes = (await change.objectStore('wipes').get('count')) ?? 0
  if (wipes === wipesBefore) await change.objectStore('kept').put(passes, 'passes')
  await change.done
  announce()
}

/** Forgets every key. Called when a person signs out, and when the server no longer knows them. */
export async function wipePasses(): Promise<void> {
  const change = (await store()).transaction(['kept', 'wipes'], 'readwrite')
  const wipes = (await change.objectStore('wipes').get('count')) ?? 0
  await change.objectStore('wipes').put(wipes + 1, 'count')
  await change.objectStore('kept').delete('passes')
  await change.done
  announce()
}

/** Calls `listener` when any tab of this browser saved or wiped. Returns what ends it. */
export function onPassesChanged(listener: () => void): () => void {
  const channel = new BroadcastChannel(announcements)
  channel.onmessage = listener
  return () => channel.close()
}

function announce(): void {
  const channel = new BroadcastChannel(announcements)
  channel.postMessage('changed')
  channel.close()
}
