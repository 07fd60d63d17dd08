import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { messages } from './messages.ts'

const sources = globSync('{app,components,jobs,lib}/**/*.{ts,tsx}', {
  exclude: (path) => /node_modules|\.test\.|lib\/db\/generated/.test(path),
}).map((path) => readFileSync(path, 'utf8'))

it('every message is asked for by some source file', () => {
  const asked = sources.flatMap(keysAskedIn)
  const unused = keysOf(messages.en).filter((key) => !asked.some((pattern) => pattern.test(key)))
  expect(unused).toEqual([])
})

/** `const t = useTranslations('seats.sheet')`, and a translator that is called where it is made. */
const makers =
  /(?:(?:const|let) (\w+) = (?:await )?)?\(?(?:await )?(?:use|get)Translations\('([\w.]+)'\)/g

/** Keys as patterns: what a template leaves open may be any one name. */
function keysAskedIn(source: string): RegExp[] {
  const literals = literalsIn(source)
  const asked: RegExp[] = []
  for (const [made, name, prefix = ''] of source.matchAll(makers)) {
    for (const argument of name ? callsOf(source, name) : [afterCall(source, made)]) {
      const own = literalsIn(argument)
      // A key that stands in a variable was written somewhere in the file, or is typed as a key of the prefix.
      const texts = own.length > 0 ? own : literals.filter((text) => isChildOf(prefix, text))
      asked.push(...(texts.length > 0 ? texts : ['${key}']).map((text) => patternOf(prefix, text)))
    }
    // Handed on to another file, it is asked for the codes that stand as literals there.
    if (name && new RegExp(`[(,] ?${name}[,)]`).test(source)) asked.push(...codesOf(prefix))
  }
  // The worker and the server ask with a key that only the running program knows.
  for (const [, namespace = '', template] of source.matchAll(
    /translateKey\('(\w+)', (?:`([^`]+)`)?/g,
  )) {
    asked.push(...(template ? [patternOf(namespace, template)] : codesOf(namespace)))
  }
  for (const [, namespace = ''] of source.matchAll(
    /import en from '#lib\/i18n\/messages\/en\/(\w+)/g,
  )) {
    for (const [, key = ''] of source.matchAll(/\btext\.(\w+)/g))
      asked.push(patternOf(namespace, key))
  }
  return asked
}

/** Every name that some source file writes between quotation marks, as a key of the prefix. */
function codesOf(prefix: string): RegExp[] {
  return sources
    .flatMap(literalsIn)
    .filter((text) => isChildOf(prefix, text))
    .map((text) => patternOf(prefix, text))
}

function callsOf(source: string, name: string): string[] {
  const calls = source.matchAll(new RegExp(`\\b${name}(?:\\.(?:rich|markup|has))?\\(`, 'g'))
  return [...calls].map(({ index, 0: call }) => firstArgument(source.slice(index + call.length)))
}

function afterCall(source: string, made: string): string {
  return firstArgument(source.slice(source.indexOf(made) + made.length).replace(/^\)?\(/, ''))
}

function firstArgument(text: string): string {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if ('([{'.includes(sign)) depth++
    if (depth === 0 && ',)'.includes(sign)) return text.slice(0, at)
    if (')]}'.includes(sign)) depth--
  }
  return text
}

function literalsIn(text: string): string[] {
  return [...text.matchAll(/'([\w.]+)'|`([\w.${}()[\]? ]+)`/g)].map(
    ([, plain, template]) => plain ?? template!,
  )
}

const all = new Set(keysOf(messages.en))

function isChildOf(prefix: string, text: string): boolean {
  return all.has(`${prefix}.${text}`)
}

function patternOf(prefix: string, text: string): RegExp {
  const parts = `${prefix}.${text}`.split(/\$\{[^}]*\}/)
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+')}$`)
}

function keysOf(node: object, prefix = ''): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [prefix + key],
  )
}
