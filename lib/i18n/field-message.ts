import type { z } from '#lib/zod.ts'
import type { Messages } from './messages.ts'

export type FieldMessage = {
  key: keyof Messages['fields']
  values: Record<string, string | number>
}

/**
 * Which sentence of the `fields` namespace says what zod found (parse with `reportInput: true`). A schema may name its
 * own: `z.string().regex(pattern, 'fields.label')`. Runs in the browser too, so it reads no message files.
 */
export function fieldMessageOf(issue: z.core.$ZodIssue): FieldMessage {
  if (issue.message.startsWith('fields.')) {
    return { key: issue.message.slice('fields.'.length) as FieldMessage['key'], values: {} }
  }
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1)
        return { key: 'required', values: {} }
      return issue.origin === 'string'
        ? { key: 'tooShort', values: { minimum: Number(issue.minimum) } }
        : { key: 'tooSmall', values: { minimum: Number(issue.minimum) } }
    case 'too_big':
      return issue.origin === 'string'
        ? { key: 'tooLong', values: { maximum: Number(issue.maximum) } }
        : { key: 'tooBig', values: { maximum: Number(issue.maximum) } }
    case 'invalid_format':
      return { key: issue.format === 'email' ? 'email' : 'format', values: {} }
    case 'invalid_type':
      return {
        key: issue.input === undefined || issue.input === null ? 'required' : 'format',
        values: {},
      }
    default:
      return { key: 'format', values: {} }
  }
}
