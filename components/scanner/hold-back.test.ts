import { expect, test } from 'vitest'
import { makeHoldBack } from './hold-back.ts'

const seen = (text: string, at: number, subject = text) => ({ text, subject, at })

test('what stays in sight is one scan, however long', () => {
  const hold = makeHoldBack()
  expect(hold.isNew(seen('A', 0))).toBe(true)
  for (let at = 100; at < 20_000; at += 100) expect(hold.isNew(seen('A', at))).toBe(false)
})

test('out of sight for three seconds, it is shown again', () => {
  const hold = makeHoldBack()
  hold.isNew(seen('A', 0))
  expect(hold.isNew(seen('A', 2_999))).toBe(false)
  expect(hold.isNew(seen('A', 5_999))).toBe(true)
})

test('another code is a scan at once', () => {
  const hold = makeHoldBack()
  hold.isNew(seen('A', 0))
  expect(hold.isNew(seen('B', 50))).toBe(true)
})

test('the next code of a pass that is still held there is a scan only while the first settled nothing', () => {
  const hold = makeHoldBack()
  hold.isNew(seen('A1', 0, 'A'))
  expect(hold.isNew(seen('A2', 1_000, 'A'))).toBe(true)
  hold.settle()
  expect(hold.isNew(seen('A3', 2_000, 'A'))).toBe(false)
  expect(hold.isNew(seen('A4', 5_000, 'A'))).toBe(true)
})

test('what is held there through a pause is not new after it, and another code is', () => {
  const hold = makeHoldBack()
  hold.isNew(seen('A', 0))
  for (let at = 0; at < 8_000; at += 500) {
    hold.stillThere(seen('A', at))
    hold.stillThere(seen('B', at))
  }
  expect(hold.isNew(seen('A', 8_100))).toBe(false)
  expect(hold.isNew(seen('B', 8_200))).toBe(true)
})
