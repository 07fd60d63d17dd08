import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import {
  actions,
  methods,
  pages,
  people,
  routes,
  type Method,
  type Person,
} from './access-table.ts'
import { expect, test as base } from './fixtures.ts'

type Doors = Record<Person, APIRequestContext>

/** One request context for each kind of person. */
const test = base.extend<{ doors: Doors }>({
  doors: async ({ arriveAs, playwright, baseURL }, use) => {
    const nobody = await playwright.request.newContext({ baseURL })
    const doors = { nobody } as Doors
    for (const person of people) {
      if (person !== 'nobody') doors[person] = (await arriveAs(person)).request
    }
    await use(doors)
    await nobody.dispose()
  },
})

const built = {
  routes: Object.entries(
    JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<
      string,
      string
    >,
  ).filter(([, path]) => !path.startsWith('/_')),
  actions: Object.entries(
    (
      JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
        node: Record<string, BuiltAction>
      }
    ).node,
  ),
}
type BuiltAction = { filename: string; exportedName: string; workers: Record<string, unknown> }

test.describe('the table of access', () => {
  test('names every page and route that is built, and no other', () => {
    const kindOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)
    const pathsOf = (kind: string) =>
      built.routes.filter(([file]) => kindOf(file) === kind).map(([, path]) => path)
    expect(pathsOf('page').sort()).toEqual(Object.keys(pages).sort())
    expect(pathsOf('route').sort()).toEqual(Object.keys(routes).sort())
  })

  test('names every action that is built, and no other', () => {
    expect(built.actions.map(([, action]) => nameOf(action)).sort()).toEqual(
      Object.keys(actions).sort(),
    )
  })
})

for (const [path, who] of Object.entries(pages)) {
  test(`the page ${path} opens to whom it should`, async ({ doors }) => {
    for (const person of people) {
      const response = await doors[person].get(concrete(path), { maxRedirects: 0 })
      const answer = { status: response.status(), to: response.headers().location }
      expect(answer, person).toEqual(expectedOfPage(person, path, who))
    }
  })
}

for (const [path, byMethod] of Object.entries(routes)) {
  test(`the route ${path} answers whom it should`, async ({ doors, baseURL }) => {
    for (const person of people) {
      for (const method of methods) {
        const status = await statusOf(doors[person], baseURL + concrete(path, method), method)
        expect(outcomeOf(status), `${person} ${method}`).toBe(
          expectedOfRoute(person, method, byMethod),
        )
      }
    }
  })
}

for (const [name, who] of Object.entries(actions)) {
  test(`the action ${name} does as it should`, async ({ doors }) => {
    const [id, action] = built.actions.find(([, one]) => nameOf(one) === name)!
    for (const person of people) {
      const answer = await callAction(doors[person], id, action)
      const refusal = person === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect(answer, person).toBe(isAllowed(person, who) ? 'INVALID_INPUT' : refusal)
    }
  })
}

test('an action that another site sends is not run', async ({ doors }) => {
  const [id, action] = built.actions.find(([, one]) => one.exportedName === 'chooseTheme')!
  const response = await postAction(
    doors.member,
    id,
    action,
    { theme: 'dark' },
    {
      origin: 'https://evil.example',
    },
  )
  expect(response.status()).toBeGreaterThanOrEqual(400)
  expect(response.headers()['set-cookie']).toBeUndefined()
})

function nameOf({ filename, exportedName }: BuiltAction): string {
  return `${filename} ${exportedName}`
}

/** An address that matches the pattern and names nothing that is there. */
/** Of the head of an answer: a stream of events never ends. */
async function statusOf(door: APIRequestContext, url: string, method: Method): Promise<number> {
  const { cookies } = await door.storageState()
  const over = new AbortController()
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    signal: over.signal,
  })
  over.abort()
  return answer.status
}

function concrete(path: string, method: Method = 'GET'): string {
  return path
    .replace('[...nextauth]', method === 'POST' ? 'signout' : 'session')
    .replace('[[...path]]', 'v1/nothing-is-here')
    .replaceAll(/\[\w+\]/g, '00000000-0000-4000-8000-000000000000')
}

function isAllowed(person: Person, who: string | readonly string[]): boolean {
  return who === 'public' || who.includes(person)
}

function expectedOfPage(person: Person, path: string, who: (typeof pages)[string]) {
  if (who === 'entrance') return person === 'nobody' ? { status: 200 } : { status: 307, to: '/' }
  // The page of one thing, which is not there, says so to whom it would be shown.
  const isOfOneThing = who !== 'public' && path.includes('[')
  if (isAllowed(person, who)) return { status: isOfOneThing ? 404 : 200 }
  const signIn = `/sign-in?${new URLSearchParams({ next: concrete(path) })}`
  return person === 'nobody' ? { status: 307, to: signIn } : { status: 403 }
}

type Outcome = 'served' | 'asks to sign in' | 'refused' | 'no such method'

/** Input that is missing or a thing that is not there comes after the question who asks. */
function outcomeOf(status: number): Outcome | number {
  if (status < 300 || [302, 400, 404, 422].includes(status)) return 'served'
  if (status === 401) return 'asks to sign in'
  if (status === 403) return 'refused'
  return status === 405 ? 'no such method' : status
}

function expectedOfRoute(
  person: Person,
  method: Method,
  byMethod: (typeof routes)[string],
): Outcome {
  const who = byMethod[method]
  if (!who) return 'no such method'
  if (isAllowed(person, who)) return 'served'
  return person === 'nobody' ? 'asks to sign in' : 'refused'
}

/** What the action answers to input that no schema knows: a permission is asked for before the input is read. */
async function callAction(
  door: APIRequestContext,
  id: string,
  action: BuiltAction,
): Promise<string> {
  const response = await postAction(door, id, action, { unheardOf: true })
  const text = await response.text()
  expect(response.status(), text).toBe(200)
  return /"ok":true/.test(text) ? 'ok' : (/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? text)
}

/** As the browser sends it: the id in a header, the arguments in React's notation, which for plain values is JSON. */
function postAction(
  door: APIRequestContext,
  id: string,
  action: BuiltAction,
  input: unknown,
  headers: Record<string, string> = {},
) {
  const [page = ''] = Object.keys(action.workers)
  const path = page
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^)]*\)/g, '')
  return door.post(concrete(path) || '/', {
    headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', ...headers },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  })
}
