import 'server-only'
import { Suspense, type ReactNode } from 'react'

/** A shape that stands for less only flashes; and a failure in this time still sets the status of the answer. */
const patienceMs = 100

/**
 * What a page shows of `data`, with `shape` in its place until it is there. What is streamed is put in place by a script: a
 * browser without any asks again for `path` with `whole=1`, and waits. A page asks who it is for before.
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
  if (isWhole) return children(await data)
  await Promise.race([data, patience()])
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

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs).unref())
}

function wholeHref(path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}whole=1`
}
