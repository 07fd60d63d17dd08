/** Crockford's alphabet: no I, L, O or U, so that what is read aloud or typed from a screen has one meaning. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first `length` times five bits of `bytes`, five bits a character; bits that are missing count as zero. */
export function toCrockford(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let index = 0; index < length; index++) {
    let value = 0
    for (let bit = index * 5; bit < index * 5 + 5; bit++) {
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    }
    text += alphabet[value]
  }
  return text
}

/** The other way; null when a character is not of the alphabet or when bits past the last byte are set. */
export function fromCrockford(text: string, byteLength: number): Uint8Array | null {
  const bytes = new Uint8Array(byteLength)
  for (let index = 0; index < text.length; index++) {
    const value = alphabet.indexOf(text[index]!)
    if (value < 0) return null
    for (let bit = 0; bit < 5; bit++) {
      if (((value >> (4 - bit)) & 1) === 0) continue
      const position = index * 5 + bit
      if (position >= byteLength * 8) return null
      bytes[position >> 3]! |= 128 >> (position & 7)
    }
  }
  return bytes
}

/** What a person typed as they meant it: O is 0, I and L are 1, and case, spaces and dashes mean nothing. */
export function tidyCrockford(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015_-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

export function isCrockford(text: string): boolean {
  return [...text].every((character) => alphabet.includes(character))
}
