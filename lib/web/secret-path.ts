/** A link in a mail carries its key as a part of its path. Nothing else of ours but files of the build has so long a part. */
const key = /[^/]{40,}/g

/** Whether the address itself lets somebody in. */
export function isSecretPath(path: string): boolean {
  return withoutSecrets(path) !== path
}

/** The path as a log may have it. */
export function withoutSecrets(path: string): string {
  return path.startsWith('/_next/') ? path : path.replaceAll(key, '[cut]')
}
