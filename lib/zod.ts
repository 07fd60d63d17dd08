import { z } from 'zod'

// zod probes `eval` to compile its parsers; our content security policy reports that as a violation.
z.config({ jitless: true })

export { z }
