import { expect, test } from 'vitest'
import { latinInsteadOf, textOfKey } from './key-text.ts'
import { makeWedgeBuffer } from './wedge-buffer.ts'

function type(text: string, pace: number, isInField = false) {
  const press = makeWedgeBuffer()
  const keys = [...text].map((key, index) =>
    press({ text: key, isEnd: false, isInField, at: index * pace }),
  )
  return { keys, end: press({ text: '', isEnd: true, isInField, at: text.length * pace }) }
}

test('a quick row of keys that ends is a scan, and the page gets none of it from the third key on', () => {
  const { keys, end } = type('CP1:0AB', 8)
  expect(end).toMatchObject({ isBurst: true, scanned: 'CP1:0AB' })
  expect(keys.map(({ isBurst }) => isBurst).slice(0, 4)).toEqual([false, false, true, true])
})

test('a person who types is left alone, and so is Enter by itself or after a few quick keys', () => {
  const nothing = { isBurst: false, isFirst: false }
  expect(type('CP1:0AB', 110).end).toEqual(nothing)
  expect(type('', 0).end).toEqual(nothing)
  expect(type('ABCD', 10).end.scanned).toBeUndefined()
})

test('a quick person keeps every letter in a field, and so Enter', () => {
  const { keys, end } = type('student card', 60, true)
  expect(keys.filter(({ isBurst }) => isBurst)).toEqual([])
  expect(end).toEqual({ isBurst: false, isFirst: false })
})

test('a scan into a field is known by its end and its pace, and so is where it began', () => {
  const { keys, end } = type('CP1:CP1:', 30, true)
  expect(keys.filter(({ isBurst }) => isBurst)).toEqual([])
  expect(keys.map(({ isFirst }) => isFirst)).toEqual([true, ...Array(7).fill(false)])
  expect(end).toMatchObject({ isBurst: true, scanned: 'CP1:CP1:' })
})

test('what was typed by hand before does not run into the scan', () => {
  const press = makeWedgeBuffer()
  press({ text: 'x', isEnd: false, at: 0 })
  for (const [index, text] of [...'123456'].entries()) {
    press({ text, isEnd: false, at: 500 + index * 5 })
  }
  expect(press({ text: '', isEnd: true, at: 540 }).scanned).toBe('123456')
})

test('keys are read by their place, so a Russian layout changes nothing', () => {
  const key = (code: string, key: string, shiftKey = false) => ({ code, key, shiftKey })
  expect(textOfKey(key('KeyC', 'С', true))).toBe('C')
  expect(textOfKey(key('Semicolon', 'Ж', true))).toBe(':')
  expect(textOfKey(key('Slash', '.'))).toBe('/')
  expect(textOfKey(key('Digit4', ';', true))).toBe('$')
  expect(textOfKey(key('Numpad7', '7', true))).toBe('7')
  expect(textOfKey(key('ShiftLeft', 'Shift'))).toBe('')
  expect(latinInsteadOf(key('KeyA', 'ф'))).toBe('a')
  expect(latinInsteadOf(key('KeyA', 'a'))).toBe('')
  expect(latinInsteadOf(key('Enter', 'Enter'))).toBe('')
})
