import { messages } from '#lib/i18n/messages.ts'

/** Every action that has words, as `domain.verb`; a test finds those that are written and have none. */
export const auditActions: readonly string[] = Object.entries(messages.en.audit.actions).flatMap(
  ([domain, verbs]) => Object.keys(verbs).map((verb) => `${domain}.${verb}`),
)
