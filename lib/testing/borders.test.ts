import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

// Any one rule alone, and without type information: these texts are in no project.
function lintWith(rule: string): ESLint {
  return new ESLint({
    ruleFilter: ({ ruleId }) => ruleId === rule,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  })
}

async function findingsOf(eslint: ESLint, filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath })
  return result!.messages.map(({ message }) => message)
}

describe('the borders of the house', () => {
  const eslint = lintWith('@typescript-eslint/no-restricted-imports')

  it.each([
    ['components/seats/plan.tsx', '#lib/bookings/book-seat.ts', 'Components take data and actions'],
    ['components/seats/plan.tsx', '#lib/bookings/queries.ts', 'Components take data and actions'],
    ['components/seats/plan.tsx', '#lib/db/client.ts', 'only lib and jobs know the database'],
    ['components/seats/plan.tsx', '#lib/env.ts', 'run in the browser'],
    ['components/seats/plan.tsx', '#lib/web/actor.ts', 'Only app knows lib/web'],
    ['components/seats/plan.tsx', '#app/actions.ts', 'hand actions down as props'],
    ['components/seats/plan.tsx', 'next-auth/react', 'know next-auth'],
    ['app/(member)/seats/page.tsx', '#lib/db/client.ts', 'asks a query or an operation'],
    ['app/(member)/seats/page.tsx', '#lib/queue/boss.ts', 'inside its own transaction'],
    ['app/(member)/seats/page.tsx', '#jobs/handlers.ts', 'reached through its queue'],
    ['app/(member)/seats/page.tsx', '#lib/testing/factories.ts', 'are for tests'],
    ['lib/bookings/book-seat.ts', 'next/headers', 'know Next'],
    ['lib/bookings/book-seat.ts', 'next-auth', 'know next-auth'],
    ['lib/bookings/book-seat.ts', 'react', 'React belongs in components'],
    ['lib/bookings/book-seat.ts', '#lib/web/actor.ts', 'take the actor'],
    ['lib/bookings/book-seat.ts', '#components/ui/button.tsx', 'draw nothing'],
    ['lib/bookings/book-seat.ts', '../venues/policy.ts', 'from the root'],
    ['lib/bookings/book-seat.ts', 'playwright', 'jobs/ils and e2e alone'],
    ['lib/db/transaction.ts', '#lib/bookings/policy.ts', 'knows none of them'],
    ['lib/time.ts', '#lib/venues/queries.ts', 'knows none of them'],
    ['lib/web/auth.ts', '#components/ui/button.tsx', 'draw nothing'],
    ['jobs/handlers.ts', '#lib/web/action.ts', 'Only app knows lib/web'],
    ['jobs/handlers.ts', 'next/cache', 'know Next'],
    ['jobs/handlers.ts', 'playwright-core', 'jobs/ils and e2e alone'],
  ])('%s may not import %s', async (file, imported, message) => {
    const findings = await findingsOf(eslint, file, `import { x } from '${imported}'\nx()\n`)
    expect(findings).toEqual([expect.stringContaining(message)])
  })

  it.each([
    ['components/seats/plan.tsx', "import { p } from '#lib/bookings/policy.ts'"],
    ['components/seats/plan.tsx', "import { s } from '#lib/bookings/schema.ts'"],
    ['components/seats/plan.tsx', "import type { B } from '#lib/bookings/queries.ts'"],
    ['components/seats/plan.tsx', "import Link from 'next/link'"],
    ['app/(member)/seats/page.tsx', "import { bookSeat } from '#lib/bookings/book-seat.ts'"],
    ['app/(member)/seats/page.tsx', "import { Plan } from '#components/seats/plan.tsx'"],
    ['lib/bookings/book-seat.ts', "import { transaction } from '#lib/db/transaction.ts'"],
    ['lib/bookings/book-seat.ts', "import { p } from '#lib/venues/policy.ts'"],
    ['lib/bookings/book-seat.test.ts', "import { makeSeat } from '#lib/testing/factories.ts'"],
    ['lib/web/auth.ts', "import NextAuth from 'next-auth'"],
    ['jobs/handlers.ts', "import { r } from '#lib/bookings/release-booking.ts'"],
    ['jobs/ils/drive.ts', "import { chromium } from 'playwright-core'"],
    ['e2e/access.spec.ts', "import { test } from '@playwright/test'"],
  ])('%s may say: %s', async (file, text) => {
    expect(await findingsOf(eslint, file, text)).toEqual([])
  })

  it('no cycle passes', async () => {
    // lib/db/client.ts reads the settings, so the settings may not read the database.
    const text = "import { db } from '#lib/db/client.ts'\nexport const env = () => db\n"
    const findings = await findingsOf(lintWith('import-x/no-cycle'), 'lib/env.ts', text)
    expect(findings).toEqual([expect.stringContaining('cycle')])
  })
})
