import 'server-only'
import type { UserActor } from '#lib/access/actor.ts'
import type { Permission } from '#lib/access/permissions.ts'
import { env } from '#lib/env.ts'
import { DomainError } from '#lib/errors.ts'
import type { z } from '#lib/zod.ts'
import { readText } from './body.ts'
import { parseInput } from './refusal.ts'
import { route } from './route.ts'

/**
 * As `route`, for a JSON body of a schema. Pages that stay open for days, or were offline, send here and not to a server
 * action, whose address changes with every build.
 */
export function jsonRoute<S extends z.ZodType, T>(definition: {
  name: string
  permission: Permission
  schema: S
  limitKb?: number
  run: (actor: UserActor, input: z.output<S>, now: Date) => Promise<T>
}): (request: Request) => Promise<Response> {
  const { schema, run, limitKb = 32, ...rest } = definition
  return route({
    ...rest,
    run: async (actor, request, now) => {
      assertSameOrigin(request)
      return run(actor, parseInput(schema, await readJson(request, limitKb)), now)
    },
  })
}

/**
 * The cookie comes along with whatever page sends the request, so the page has to be ours. Browsers name it in `Origin`;
 * what names none is no browser. A proxy in front may ask under another host than people do.
 */
function assertSameOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  if (origin === null) return
  const hosts = [request.headers.get('host'), new URL(env().PUBLIC_URL).host]
  const isOurs = URL.canParse(origin) && hosts.includes(new URL(origin).host)
  if (!isOurs) throw new DomainError('CROSS_ORIGIN')
}

async function readJson(request: Request, limitKb: number): Promise<unknown> {
  const isJson = request.headers.get('content-type')?.startsWith('application/json')
  const text = await readText(request, limitKb)
  try {
    if (isJson) return JSON.parse(text)
  } catch {
    // Told below.
  }
  throw new DomainError('BODY_NOT_JSON')
}
