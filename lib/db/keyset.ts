/** The last row of a page, as it travels in an address: the next page begins after it, whatever was added meanwhile. */
export type Keyset = { at: Date; id: string }

export function writeKeyset({ at, id }: Keyset): string {
  return `${at.toISOString()}_${id}`
}

/** Undefined for what is no place in a list, such as an address that was cut: the list then begins at its top. */
export function readKeyset(text: string | undefined): Keyset | undefined {
  const [, at = '', id = ''] = /^([\dTZ:.-]{24})_([\da-f]{8}-[\da-f-]{27})$/.exec(text ?? '') ?? []
  return id && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : undefined
}
