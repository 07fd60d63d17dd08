/** Joins class names. Nothing is merged: give a component from outside only what its own classes leave alone, such as margins. */
export function cx(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
