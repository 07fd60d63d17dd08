import type { Role } from '#lib/db/generated/enums.ts'

export type { Role }

/** A person who is signed in, as the database knew them when the request began. */
export type UserActor = {
  kind: 'user'
  userId: string
  sessionId: string
  name: string
  roles: readonly Role[]
  isVerified: boolean
}

/** The worker, a script or the seed. */
export type SystemActor = { kind: 'system'; process: string }

/** Who does it; null is nobody. Every operation takes one. */
export type Actor = UserActor | SystemActor | null

export function systemActor(process: string): SystemActor {
  return { kind: 'system', process }
}
