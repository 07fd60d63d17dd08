import { expect, it } from 'vitest'
import { isCurrent, navigationFor } from './navigation.ts'

function hrefs(...roles: Parameters<typeof navigationFor>[0]) {
  return navigationFor(roles).map((item) => item.href)
}

it('shows each role the pages it has a use for', () => {
  expect(hrefs('member')).toEqual(['/', '/seats', '/pass', '/bookings'])
  expect(hrefs('librarian')).toEqual(['/', '/seats'])
  expect(hrefs('admin')).toEqual([
    '/',
    '/seats',
    '/admin/check-in',
    '/admin/bookings',
    '/admin/rules',
    '/admin/users',
    '/admin/outbox',
    '/admin/audit',
  ])
})

it('shows several roles the pages of all of them, each once', () => {
  const both = hrefs('admin', 'member')
  expect(both).toEqual([...hrefs('member'), ...hrefs('admin').slice(2)])
})

it('leaves at most five for the bar of a phone', () => {
  const everything = navigationFor(['member', 'operator', 'librarian', 'admin'])
  expect(everything.filter((item) => !item.isForDesk).length).toBeLessThanOrEqual(5)
})

it('shows nobody nothing', () => {
  expect(hrefs()).toEqual([])
})

it('knows a page below its item, but not one whose name only begins alike', () => {
  expect(isCurrent('/seats', '/seats/a12')).toBe(true)
  expect(isCurrent('/seats', '/seats-report')).toBe(false)
  expect(isCurrent('/', '/seats')).toBe(false)
})
