import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { auditActions } from './audit-actions.ts'

it('knows words for every action that is written, and no other', () => {
  const written = globSync('lib/**/*.ts', { exclude: ['lib/db/generated/**', '**/*.test.ts'] })
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap(actionsIn)
  expect(written).toContain('user.changeEmail')
  expect([...new Set(written)].sort()).toEqual(auditActions.toSorted())
})

/** What stands after `action:` or `action =`, up to the end of the line; it may be a choice between two. */
function actionsIn(text: string): string[] {
  return [...text.matchAll(/\baction(?::| =)(.*)/g)].flatMap(([, rest]) =>
    [...rest!.matchAll(/'(\w+\.\w+)'/g)].map(([, action]) => action!),
  )
}
