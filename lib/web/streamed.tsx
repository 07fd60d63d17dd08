import 'server-only'
import { headers } from 'next/headers'
import { Suspense, type ReactNode } from 'react'

/** A shape that stands for less only flashes; and a failure in this time still sets the status of the answer. */
const patienceMs = 100

/**
 * What a page shows of `data`, which it asks for when it knows who asks. Where that is slow, the document comes with `shape`,
 * and the rest follows. A page that changes in place stays as it is until the new one is whole.
 *
 * What follows is put in place by a script, and by React not before 0.3 s: so what is quick is no part of it, and a browser
 * without script asks again for `path` with `whole=1`, and waits.
 */
export async function Streamed<T>({
  data,
  path,
  isWhole,
  shape,
  children,
}: {
  data: Promise<T>
  path: string
  isWhole: boolean
  shape?: ReactNode
  children: (data: T) => ReactNode
}) {
  const isSlow = !isWhole && (await isDocument()) && (await outlastsPatience(data))
  if (!isSlow) return children(await data)
  return (
    <Suspense
      fallback={
        <>
          {shape}
          <noscript>
            <meta httpEquiv="refresh" content={`0;url=${wholeHref(path)}`} />
          </noscript>
        </>
      }
    >
      <Late data={data}>{children}</Late>
    </Suspense>
  )
}

async function Late<T>({ data, children }: { data: Promise<T>; children: (data: T) => ReactNode }) {
  return children(await data)
}

/** And not what the router fetches; Next keeps its own headers to itself. */
async function isDocument(): Promise<boolean> {
  return (await headers()).get('accept')?.includes('text/html') ?? false
}

function outlastsPatience(data: Promise<unknown>): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), patienceMs))
  return Promise.race([data.then(() => false), patience])
}

function wholeHref(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}whole=1`
}
