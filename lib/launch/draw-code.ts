import qrcode from 'qrcode'

/** Light around the code, in modules: without it, cameras miss a code in a dark terminal. */
const margin = 4

/** A QR code for the terminal, two modules a character. Its black and white are exact, whatever the terminal's colours are. */
export function drawCode(text: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const places = Array.from({ length: modules.size + 2 * margin }, (_, at) => at - margin)
  const isDark = (row: number, column: number) =>
    [row, column].every((at) => at >= 0 && at < modules.size) && modules.get(row, column) === 1
  const lines = places
    .filter((_, at) => at % 2 === 0)
    .map((row) => places.map((column) => signOf(isDark(row, column), isDark(row + 1, column))))
  return lines.map((signs) => `\x1b[48;5;231;38;5;16m${signs.join('')}\x1b[0m`).join('\n')
}

function signOf(top: boolean, bottom: boolean): string {
  if (top) return bottom ? '█' : '▀'
  return bottom ? '▄' : ' '
}
