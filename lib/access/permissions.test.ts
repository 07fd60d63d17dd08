import { describe, expect, it } from 'vitest'
import { systemActor, type Actor, type Role } from './actor.ts'
import { assertCan, assertSystemCan, can, permissions, type Permission } from './permissions.ts'

const everything = Object.keys(permissions) as Permission[]

function person(...roles: Role[]): Actor {
  return { kind: 'user', userId: 'u', sessionId: 's', name: 'Ada', roles, isVerified: true }
}

function whatMay(actor: Actor): Permission[] {
  return everything.filter((permission) => can(actor, permission))
}

describe('the permission table', () => {
  it('gives nobody anything', () => {
    expect(whatMay(null)).toEqual([])
    expect(whatMay(person())).toEqual([])
  })

  it('gives a member what is their own, and nothing of the staff', () => {
    expect(whatMay(person('member'))).toEqual([
      'account.manageOwn',
      'plan.view',
      'booking.make',
      'booking.cancelOwn',
      'booking.moveOwn',
      'booking.extendOwn',
      'booking.viewOwn',
      'booking.leaveOwn',
      'pass.viewOwn',
    ])
  })

  it.each(['operator', 'librarian'] as const)('gives a %s the plan and their account', (role) => {
    expect(whatMay(person(role))).toEqual(['account.manageOwn', 'plan.view'])
  })

  it('gives an admin people, mails, the log, the door, the bookings of others and the rules, and no seat of their own', () => {
    expect(whatMay(person('admin'))).toEqual([
      'account.manageOwn',
      'user.manage',
      'outbox.view',
      'audit.view',
      'plan.view',
      'booking.manage',
      'rule.manage',
      'checkIn.scan',
      'checkIn.verify',
      'checkIn.checkOut',
    ])
  })

  it('gives the system only what no person does by hand', () => {
    expect(whatMay(systemActor('worker'))).toEqual([
      'session.forget',
      'user.inviteFirstAdmin',
      'booking.release',
      'booking.warn',
    ])
  })

  it('gives who has two roles what either may', () => {
    const both = whatMay(person('member', 'admin'))
    expect(both).toEqual(
      everything.filter((one) => can(person('member'), one) || can(person('admin'), one)),
    )
  })
})

describe('assertCan', () => {
  it('asks nobody to sign in and tells a wrong role so', () => {
    expect(() => assertCan(null, 'booking.make')).toThrow('UNAUTHENTICATED')
    expect(() => assertCan(person('admin'), 'booking.make')).toThrow('FORBIDDEN')
    expect(() => assertCan(person('member'), 'booking.make')).not.toThrow()
  })

  it('never takes the system for a person', () => {
    for (const permission of everything) {
      expect(() => assertCan(systemActor('worker'), permission)).toThrow('FORBIDDEN')
    }
  })
})

describe('assertSystemCan', () => {
  it('lets the system through and no person, whatever their role', () => {
    expect(() => assertSystemCan(systemActor('worker'), 'booking.release')).not.toThrow()
    expect(() => assertSystemCan(null, 'booking.release')).toThrow('UNAUTHENTICATED')
    const everybody = person('member', 'operator', 'librarian', 'admin')
    expect(() => assertSystemCan(everybody, 'booking.release')).toThrow('FORBIDDEN')
  })
})
