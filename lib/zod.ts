import { config } from 'zod'

// zod probes `eval` to compile its parsers; our content security policy reports that as a violation.
config({ jitless: true })

/**
 * Schemas that run in the browser import all of this as one name, `import * as z from '#lib/zod.ts'`: then 30 kB of zod
 * travel instead of 90 (its texts in forty languages, its JSON schema).
 */
export * from 'zod'
