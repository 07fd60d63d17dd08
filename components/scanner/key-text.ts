type PressedKey = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey'>

/** What the keys beside letters and digits carry on the layout that scanners type on, without and with Shift. */
const signs: Record<string, string> = {
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadDecimal: '..',
  NumpadSubtract: '--',
  NumpadAdd: '++',
  NumpadMultiply: '**',
  NumpadDivide: '//',
}
const shiftedDigits = ')!@#$%^&*('

/**
 * The character of a key by where it lies on an American keyboard, whatever layout the computer believes in: scanners press
 * those places, and a Russian layout would turn their letters into others. Empty for keys that write nothing.
 */
export function textOfKey({ code, shiftKey }: PressedKey): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  const digit = /^(Digit|Numpad)(\d)$/.exec(code)
  if (digit) return digit[1] === 'Digit' && shiftKey ? shiftedDigits[Number(digit[2])]! : digit[2]!
  return signs[code]?.[shiftKey ? 1 : 0] ?? ''
}

/** The Latin letter of a key that writes in another script now; empty when the key may be left to itself. */
export function latinInsteadOf(key: PressedKey): string {
  const isForeign = key.key.length === 1 && key.key > '\u024F'
  return isForeign ? textOfKey(key) : ''
}
