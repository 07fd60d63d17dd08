import { describe, expect, it } from 'vitest'
import { readText } from './body.ts'

function post(body: BodyInit | null): Request {
  return new Request('http://carrel.invalid/', { method: 'POST', body })
}

describe('readText', () => {
  it('reads text in every script', async () => {
    expect(await readText(post('читальный зал, żółw 🪑'), 1)).toBe('читальный зал, żółw 🪑')
  })

  it('reads nothing where nothing was sent', async () => {
    expect(await readText(post(null), 1)).toBe('')
  })

  it('takes exactly the limit and not a byte more', async () => {
    expect(await readText(post('a'.repeat(1024)), 1)).toHaveLength(1024)
    await expect(readText(post('a'.repeat(1025)), 1)).rejects.toMatchObject({
      code: 'BODY_TOO_LARGE',
      details: { limit: 1 },
    })
  })

  it('refuses bytes that are not UTF-8 instead of replacing them', async () => {
    const cp1251 = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    await expect(readText(post(cp1251), 1)).rejects.toMatchObject({ code: 'BODY_NOT_UTF8' })
  })
})
