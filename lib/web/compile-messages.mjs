import compile from 'icu-minify/compile'

/**
 * Turns a message file into one whose sentences are parsed already; Next runs it on every file of `lib/i18n/messages`. (next-intl's
 * own loader answers in JavaScript, which `import … with { type: 'json' }` refuses, and plain Node needs that attribute.)
 */
export default function compileMessages(source) {
  return JSON.stringify(compileAll(JSON.parse(source)))
}

function compileAll(node) {
  if (typeof node === 'string') return compile(node)
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, compileAll(value)]))
}
