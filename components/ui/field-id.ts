/** The id of the control that `FormField` ties to this name. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`
}
