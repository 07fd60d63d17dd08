import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cookies } from 'next/headers'
import { endSession } from '#lib/accounts/end-session.ts'
import { findActorOfSession } from '#lib/accounts/queries.ts'
import { sessionDays, signInSchema } from '#lib/accounts/schema.ts'
import { signIn } from '#lib/accounts/sign-in.ts'
import { env } from '#lib/env.ts'
import { DomainError } from '#lib/errors.ts'
import { isLocale } from '#lib/i18n/locales.ts'
import { log } from '#lib/log.ts'
import { keptCookie, localeCookie } from './i18n.ts'
import { translateRequestError } from './request-error.ts'
import { addressHeader, addressOf } from './sender.ts'

declare module 'next-auth' {
  interface User {
    sessionId: string
  }
  interface Session {
    sessionId?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    userId?: string
    sessionId?: string
  }
}

let options: NextAuthOptions | undefined

/** What the session cookie is called; browsers take a `__Secure-` name over HTTPS alone. */
export function sessionCookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

/** The session that a cookie names, if we made the cookie and it has not run out. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null
  try {
    const token = await decode({ token: cookie, secret: env().AUTH_SECRET })
    return token?.sessionId ?? null
  } catch {
    return null
  }
}

/** Made at the first use: the settings are not there while Next builds. */
export function authOptions(): NextAuthOptions {
  options ??= makeOptions()
  return options
}

function makeOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionDays * 24 * 60 * 60 },
    useSecureCookies: isSecure(),
    // Its own pages are not in our languages, so every way leads to ours.
    pages: {
      signIn: '/sign-in',
      signOut: '/sign-in',
      error: '/sign-in',
      verifyRequest: '/sign-in',
    },
    providers: [byPassword],
    callbacks: {
      // The cookie names the session and says nothing about the person.
      jwt: ({ token, user }) => (user ? { userId: user.id, sessionId: user.sessionId } : token),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
    },
    events: {
      async signOut({ token }) {
        if (!token?.sessionId) return
        const now = new Date()
        const actor = await findActorOfSession(token.sessionId, now)
        if (actor) await endSession(actor, now)
      },
    },
    logger: {
      // A cookie that is forged or signed with an older secret is nobody's, not a fault of ours.
      error: (code, metadata) => log.warn({ code, err: errorOf(metadata) }, 'sign-in library'),
      warn: (code) => log.warn({ code }, 'sign-in library'),
      debug: () => {},
    },
  }
}

function isSecure(): boolean {
  return env().PUBLIC_URL.startsWith('https:')
}

const byPassword = CredentialsProvider({
  credentials: { email: {}, password: {} },
  async authorize(credentials, request) {
    try {
      const input = signInSchema.safeParse({
        email: credentials?.email,
        password: credentials?.password,
      })
      if (!input.success) throw new DomainError('CREDENTIALS_WRONG')
      const sender = await senderOf(request)
      const { userId, sessionId, locale } = await signIn(input.data, sender, new Date())
      await bringLocale(locale)
      return { id: userId, sessionId }
    } catch (thrown) {
      throw new Error(codeOf(thrown))
    }
  },
})

/** A browser in which no language was chosen speaks the person's. */
async function bringLocale(locale: string | null): Promise<void> {
  const jar = await cookies()
  if (locale && !isLocale(jar.get(localeCookie)?.value)) jar.set(localeCookie, locale, keptCookie)
}

async function senderOf(request: { headers?: Record<string, unknown> }) {
  const header = (name: string) => {
    const value = request.headers?.[name]
    return typeof value === 'string' ? value : null
  }
  return {
    userAgent: header('user-agent'),
    address: addressOf(header(addressHeader)),
    sessionId: await readSessionId(cookieOf(header('cookie'), sessionCookieName())),
  }
}

function cookieOf(header: string | null, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** The message travels to the browser in an address, so it is a code and nothing else. */
function codeOf(thrown: unknown): string {
  const error = translateRequestError(thrown)
  if (error instanceof DomainError) {
    const { seconds } = error.details
    return typeof seconds === 'number' ? `${error.code}:${seconds}` : error.code
  }
  log.error({ err: error }, 'sign-in failed')
  return 'UNEXPECTED'
}

function errorOf(metadata: Error | { error?: Error }): Error | undefined {
  return metadata instanceof Error ? metadata : metadata.error
}
