import { expect, it } from 'vitest'
import { isCurrent, navigationFor } from './navigation.ts'

function hrefs(...roles: Parameters<typeof navigationFor>[0]) {
  return navigationFor(roles).map((item) => item.href)
}

it('shows each role the pages it has a use for', () => {
  expect(hrefs('member')).toEqual(['/', '/seats', '/pass', '/bookings'])
  expect(hrefs('librarian')).toEqual(['/', '/seats'])
  expect(hrefs('admin')).toEqual(['/', '/seats', '/admin/check-in'])
})

it('shows several roles the pages of all of them, each once', () => {
  expect(hrefs('admin', 'member')).toEqual(['/', '/seats', '/pass', '/bookings', '/admin/check-in'])
})

it('shows nobody nothing', () => {
  expect(hrefs()).toEqual([])
})

it('knows a page below its item, but not one whose name only begins alike', () => {
  expect(isCurrent('/seats', '/seats/a12')).toBe(true)
  expect(isCurrent('/seats', '/seats-report')).toBe(false)
  expect(isCurrent('/', '/seats')).toBe(false)
})
