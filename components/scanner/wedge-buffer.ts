/** Scanners type with some milliseconds between keys, over a weak radio with some tens; people with a hundred and more. */
const longestGapMs = 80

/** On average over a row of keys; nobody types a whole word and Enter as quickly, but a scanner over a good line does. */
const longestMeanInFieldMs = 45

/** Fewer keys in such a row may be a person drumming on the keyboard. */
const shortestBurst = 3
const shortestScan = 6

export type WedgePress = {
  /** The key belongs to a scanner's burst: nothing else on the page may take it for a command. */
  isBurst: boolean
  /** The key may be the first of a burst: what is written now can be given back when it turns out to be one. */
  isFirst: boolean
  /** Given with the key that ends a scan. */
  scanned?: string
}

/**
 * Tells a scanner that plays keyboard from a person who types, by the pace. Times in milliseconds. In a field a quick person
 * must not lose a letter, so only the end of a whole scan, at a pace that no hand has, is sure there.
 */
export function makeWedgeBuffer(): (press: {
  text: string
  isEnd: boolean
  isInField?: boolean
  at: number
}) => WedgePress {
  let typed = ''
  let firstAt = 0
  let lastAt = -Infinity
  return ({ text, isEnd, isInField = false, at }) => {
    const isQuick = at - lastAt <= longestGapMs
    lastAt = at
    if (!isQuick) typed = ''
    if (typed === '') firstAt = at
    if (!isEnd) {
      typed += text
      return { isBurst: !isInField && typed.length >= shortestBurst, isFirst: typed === text }
    }
    const scanned = typed
    typed = ''
    const isFirst = false
    const isByHand = isInField && (at - firstAt) / scanned.length > longestMeanInFieldMs
    return scanned.length >= shortestScan && !isByHand
      ? { isBurst: true, isFirst, scanned }
      : { isBurst: false, isFirst }
  }
}
