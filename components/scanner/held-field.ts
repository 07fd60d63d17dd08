type Field = HTMLInputElement | HTMLTextAreaElement

/** The field that keys write into, if it is one. */
export function fieldOf(target: EventTarget | null): Field | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
}

/** Remembers what stands in the field now. Returns what puts it back. */
export function holdField(field: Field): () => void {
  const { value, selectionStart, selectionEnd } = field
  return () => {
    if (field.value === value) return
    // React watches the property of the element itself, and would take no notice of a change made through it.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
    field.setSelectionRange(selectionStart, selectionEnd)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
