/** Stands for this site while an address is resolved; nothing is ever sent there. */
const here = 'https://carrel.invalid'

/**
 * Where to go on after signing in: a path of this site, or the start page. What an address says of hosts, schemes or
 * backslashes is not believed, so a link to our sign-in page cannot lead elsewhere.
 */
export function ownPathOf(wish: unknown): string {
  if (typeof wish !== 'string' || !/^\/(?![/\\])/.test(wish) || !URL.canParse(wish, here))
    return '/'
  const url = new URL(wish, here)
  // Without its dots, `/..//host` begins with two slashes, and is another site.
  const isOurs = url.origin === here && !url.pathname.startsWith('//')
  const isPage = isOurs && !/^\/(api|sign-in|register)(\/|$)/.test(url.pathname)
  return isPage ? url.pathname + url.search + url.hash : '/'
}
