import { z } from '#lib/zod.ts'

const settingsSchema = z.object({
  /** May be a pooler in transaction mode. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** A server itself, for LISTEN, session locks and migrations; the same as DATABASE_URL when unset. */
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  /** Signs the session cookie. */
  AUTH_SECRET: z.string().min(32),
  /** What the keys of all passes are derived from. */
  PASS_SECRET: z.string().min(32),
  /** The address under which people reach Carrel. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  /** Set by the start when the database holds the demo: admins see secrets of its invented people. */
  CARREL_DEMO: z.literal('1').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Settings = z.infer<typeof settingsSchema> & { DATABASE_DIRECT_URL: string }

let parsed: Settings | undefined

/** The settings of this process, read once. Throws one error that names every setting that is wrong. */
export function env(): Settings {
  parsed ??= parseSettings(process.env)
  return parsed
}

/** Blank counts as unset. */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = settingsSchema.safeParse(given)
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${issue.message}`,
    )
    throw new Error(`These settings are missing or wrong:\n${problems.join('\n')}`)
  }
  return {
    ...result.data,
    DATABASE_DIRECT_URL: result.data.DATABASE_DIRECT_URL ?? result.data.DATABASE_URL,
  }
}
