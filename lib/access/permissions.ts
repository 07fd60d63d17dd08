import { DomainError } from '#lib/errors.ts'
import type { Actor, Role, UserActor } from './actor.ts'

/** The one table of who may do what. The system may do what is listed under `system`, and nothing else. */
export const permissions = {
  'account.manageOwn': ['member', 'operator', 'librarian', 'admin'],
  'session.forget': ['system'],
  'user.manage': ['admin'],
  'user.inviteFirstAdmin': ['system'],
  'outbox.view': ['admin'],
  'audit.view': ['admin'],
  'plan.view': ['member', 'operator', 'librarian', 'admin'],
  'booking.make': ['member'],
  'booking.cancelOwn': ['member'],
  'booking.moveOwn': ['member'],
  'booking.extendOwn': ['member'],
  'booking.viewOwn': ['member'],
  'booking.leaveOwn': ['member'],
  'booking.manage': ['admin'],
  'booking.release': ['system'],
  'booking.warn': ['system'],
  'rule.manage': ['admin'],
  'pass.viewOwn': ['member'],
  'checkIn.scan': ['admin'],
  'checkIn.verify': ['admin'],
  'checkIn.checkOut': ['admin'],
} as const satisfies Record<string, readonly (Role | 'system')[]>

export type Permission = keyof typeof permissions

export function can(actor: Actor, permission: Permission): boolean {
  const allowed: readonly (Role | 'system')[] = permissions[permission]
  if (!actor) return false
  if (actor.kind === 'system') return allowed.includes('system')
  return actor.roles.some((role) => allowed.includes(role))
}

/** Passes a person who may. Nobody is asked to sign in, a wrong role is told so; the system has {@link assertSystemCan}. */
export function assertCan(actor: Actor, permission: Permission): asserts actor is UserActor {
  if (!actor) throw new DomainError('UNAUTHENTICATED')
  if (actor.kind !== 'user' || !can(actor, permission)) throw new DomainError('FORBIDDEN')
}

/** Passes the system itself, for what no person does by hand. */
export function assertSystemCan(actor: Actor, permission: Permission): void {
  if (!actor) throw new DomainError('UNAUTHENTICATED')
  if (actor.kind !== 'system' || !can(actor, permission)) throw new DomainError('FORBIDDEN')
}
