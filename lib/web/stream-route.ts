import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { UserActor } from '#lib/access/actor.ts'
import { assertCan, type Permission } from '#lib/access/permissions.ts'
import { findActorOfSession } from '#lib/accounts/queries.ts'
import { currentActor } from './actor.ts'
import { refuse } from './route.ts'

/** Sends one event; the browser hears it by this name. */
export type SendEvent = (event: string, data: unknown) => void

/** Proxies close what is silent, and a phone that went away is noticed by writing to it. */
const beatMs = 15_000
/** A browser needs one; more are tabs whose end nobody told us of. */
const streamsOfSession = 6

/**
 * A stream of server-sent events for as long as the person is signed in and may. `start` gets the way to send, and returns
 * what ends it. The stream ends with the server as well: browsers come back by themselves.
 */
export function streamRoute(definition: {
  name: string
  permission: Permission
  start: (actor: UserActor, send: SendEvent) => () => void
}): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const actor = await currentActor()
      assertCan(actor, definition.permission)
      return new Response(openStream(actor, request.signal, definition), { headers })
    } catch (error) {
      unstable_rethrow(error)
      return refuse(error, definition.name)
    }
  }
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Compression would hold events back until a block is full.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

type Definition = Parameters<typeof streamRoute>[0]

function openStream(
  actor: UserActor,
  gone: AbortSignal,
  { permission, start }: Definition,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = () => {}
  return new ReadableStream({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const stop = start(actor, (event, data) =>
        write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      )
      const beat = setInterval(() => void keepAlive(), beatMs)
      // Also tells the browser how soon to come back, in milliseconds.
      write('retry: 2000\n\n')

      async function keepAlive() {
        const still = await findActorOfSession(actor.sessionId, new Date()).catch(() => actor)
        if (isOver) return
        try {
          assertCan(still, permission)
          write(': still here\n\n')
        } catch {
          end()
        }
      }

      let isOver = false
      end = () => {
        if (isOver) return
        isOver = true
        clearInterval(beat)
        stop()
        closers().delete(end)
        forget()
        try {
          controller.close()
        } catch {
          // The browser was quicker.
        }
      }
      const forget = remember(actor.sessionId, end)
      closers().add(end)
      gone.addEventListener('abort', end)
    },
    cancel: () => end(),
  })
}

/** What the own server calls before it stops: an open stream would keep it from ending. */
function closers(): Set<() => unknown> {
  const shared = globalThis as Record<symbol, unknown>
  return (shared[Symbol.for('carrel.closers')] ??= new Set()) as Set<() => unknown>
}

const openBySession = new Map<string, (() => void)[]>()

/** Ends the oldest stream of a session that has too many. Returns what forgets this one. */
function remember(sessionId: string, end: () => void): () => void {
  const before = openBySession.get(sessionId) ?? []
  openBySession.set(sessionId, [...before, end])
  if (before.length >= streamsOfSession) before[0]!()
  return () => {
    const rest = (openBySession.get(sessionId) ?? []).filter((each) => each !== end)
    if (rest.length > 0) openBySession.set(sessionId, rest)
    else openBySession.delete(sessionId)
  }
}
