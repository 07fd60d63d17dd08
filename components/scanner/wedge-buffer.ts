/** Scanners type with some milliseconds between keys, over a weak radio with some tens; people with a hundred and more. */
const longestGapMs = 80

/** Fewer keys in such a row may be a person drumming on the keyboard. */
const shortestBurst = 3
const shortestScan = 6

export type WedgePress = {
  /** The key belongs to a scanner's burst: nothing else on the page may take it for a command. */
  isBurst: boolean
  /** Given with the key that ends a scan. */
  scanned?: string
}

/** Tells a scanner that plays keyboard from a person who types, by the pace. Times in milliseconds. */
export function makeWedgeBuffer(): (press: {
  text: string
  isEnd: boolean
  at: number
}) => WedgePress {
  let typed = ''
  let lastAt = -Infinity
  return ({ text, isEnd, at }) => {
    const isQuick = at - lastAt <= longestGapMs
    lastAt = at
    if (!isQuick) typed = ''
    if (!isEnd) {
      typed += text
      return { isBurst: typed.length >= shortestBurst }
    }
    const scanned = typed
    typed = ''
    return scanned.length >= shortestScan ? { isBurst: true, scanned } : { isBurst: false }
  }
}
