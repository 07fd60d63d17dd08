import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { DomainError } from '#lib/errors.ts'
import { authOptions } from '#lib/web/auth.ts'
import { readText } from '#lib/web/body.ts'
import { refuse } from '#lib/web/route.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

const bodyLimitKb = 16
const formType = 'application/x-www-form-urlencoded'

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  try {
    return await NextAuth(request, context, authOptions())
  } catch (error) {
    return refuse(error, 'accounts.auth')
  }
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
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
