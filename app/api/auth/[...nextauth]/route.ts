import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { DomainError } from '#lib/errors.ts'
import { currentActor } from '#lib/web/actor.ts'
import { authOptions } from '#lib/web/auth.ts'
import { readText } from '#lib/web/body.ts'
import { refuse } from '#lib/web/route.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

const bodyLimitKb = 16
const formType = 'application/x-www-form-urlencoded'

/** What is used of the library; its other addresses are not there. */
const taken: Record<string, 'GET' | 'POST'> = {
  csrf: 'GET',
  session: 'GET',
  signin: 'GET',
  error: 'GET',
  'callback/credentials': 'POST',
  signout: 'POST',
}

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const path = await pathOf(context)
  if (taken[path] !== 'GET') return refuseAddress(path, 'GET')
  try {
    // The library believes the cookie; a session that was ended is in the database alone.
    if (path === 'session' && !(await currentActor())) return nobodysSession()
    return await NextAuth(request, context, authOptions())
  } catch (error) {
    return refuse(error, 'accounts.auth')
  }
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const path = await pathOf(context)
  if (taken[path] !== 'POST') return refuseAddress(path, 'POST')
  try {
    // next-auth would read JSON too, and trip over values that are not strings.
    if (!request.headers.get('content-type')?.startsWith(formType)) {
      throw new DomainError('INVALID_INPUT')
    }
    const body = await readText(request, bodyLimitKb)
    const { url, headers } = request
    const read = new NextRequest(url, { method: 'POST', headers, body })
    return await NextAuth(read, context, authOptions())
  } catch (error) {
    return refuse(error, 'accounts.auth')
  }
}

async function pathOf({ params }: Context): Promise<string> {
  return (await params).nextauth.join('/')
}

async function refuseAddress(path: string, method: string): Promise<Response> {
  const allowed = Object.hasOwn(taken, path) ? taken[path] : undefined
  if (!allowed) return refuse(new DomainError('NOT_FOUND'), 'accounts.auth')
  const response = await refuse(new DomainError('METHOD_NOT_ALLOWED', { method }), 'accounts.auth')
  response.headers.set('Allow', allowed)
  return response
}

function nobodysSession(): Response {
  return Response.json({}, { headers: { 'Cache-Control': 'no-store' } })
}
