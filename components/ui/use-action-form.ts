import { toNestErrors } from '@hookform/resolvers'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition, type FormEvent } from 'react'
import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form'
import type { ActionResult } from '#lib/errors.ts'
import { fieldMessageOf } from '#lib/i18n/field-message.ts'
import type { z } from '#lib/zod.ts'

/** What the server said no to. Without a `code`, the server could not be asked. */
export type Refusal =
  Extract<ActionResult<never>, { ok: false }> | { code?: never; message: string }

export type ActionForm<V extends FieldValues = FieldValues> = {
  methods: UseFormReturn<V>
  submit: (event: FormEvent) => void
  isPending: boolean
  refusal: Refusal | null
  clearRefusal: () => void
  /** Grows with every attempt that failed, so that the summary takes the focus again. */
  failures: number
  /** Fetches the schema's code ahead of the first submission. */
  warmUp: () => void
}

/**
 * A form whose server action has the last word: checked by the action's own schema first, one submission at a time, refusals
 * put beside their fields. What was typed stays until `onDone` says otherwise.
 */
export function useActionForm<V extends FieldValues, T>({
  schema,
  action,
  defaultValues,
  onDone,
}: {
  /** `() => import('#lib/…/schema.ts').then((m) => m.signInSchema)`: zod is heavy, so it comes when the form is touched. */
  schema: () => Promise<z.ZodType<unknown, V>>
  action: (input: V) => Promise<ActionResult<T>>
  defaultValues: DefaultValues<V>
  onDone?: (data: T, methods: UseFormReturn<V>) => void
}): ActionForm<V> {
  const resolver = useResolver(schema)
  const methods = useForm<V>({ resolver, defaultValues, shouldFocusError: false })
  const t = useTranslations('common.form')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [failures, setFailures] = useState(0)
  const [isPending, startTransition] = useTransition()
  // State would come a render too late for the second click of a double click.
  const isBusy = useRef(false)

  function fail(reason: Refusal | null) {
    setRefusal(reason)
    setFailures((count) => count + 1)
  }

  function onInvalid(errors: FieldErrors<V>) {
    const names = Object.keys(errors) as Path<V>[]
    if (names.length === 1 && names[0]) methods.setFocus(names[0])
    else fail(null)
  }

  async function send() {
    try {
      const result = await action(methods.getValues())
      if (result.ok) return startTransition(() => onDone?.(result.data, methods))
      for (const [name, message] of Object.entries(result.fieldErrors ?? {})) {
        if (name in methods.getValues()) methods.setError(name as Path<V>, { message })
      }
      fail(result)
    } catch (error) {
      // A redirect travels as an exception too.
      unstable_rethrow(error)
      fail({ message: t('unreachable') })
    } finally {
      isBusy.current = false
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy.current) return
    isBusy.current = true
    setRefusal(null)
    const check = methods.handleSubmit(
      () => startTransition(send),
      (errors) => {
        isBusy.current = false
        onInvalid(errors)
      },
    )
    check(event).catch(() => {
      isBusy.current = false
      fail({ message: t('unreachable') })
    })
  }

  return {
    methods,
    submit,
    isPending,
    refusal,
    clearRefusal: () => setRefusal(null),
    failures,
    // A failure here is of no account: the submission asks again, and says so if it fails too.
    warmUp: () => void schema().catch(() => undefined),
  }
}

/** The schema's findings in the words of the `fields` messages, exactly as the server would put them. */
function useResolver<V extends FieldValues>(
  loadSchema: () => Promise<z.ZodType<unknown, V>>,
): Resolver<V> {
  const t = useTranslations('fields')
  return async (values, _context, options) => {
    const schema = await loadSchema()
    const result = schema.safeParse(values, { reportInput: true })
    if (result.success) return { values, errors: {} }
    const errors: FieldErrors = {}
    for (const issue of result.error.issues) {
      const { key, values: words } = fieldMessageOf(issue)
      const name = issue.path.join('.') || 'root'
      errors[name] ??= { type: issue.code, message: t(key, words as never) }
    }
    return { values: {}, errors: toNestErrors(errors as FieldErrors<V>, options) }
  }
}
