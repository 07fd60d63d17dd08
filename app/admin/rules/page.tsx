import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RuleForm } from '#components/rules/rule-form.tsx'
import { RuleTabs } from '#components/rules/rule-tabs.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { seatKinds } from '#lib/bookings/schema.ts'
import { ruleOfKind } from '#lib/venues/policy.ts'
import { listVenues } from '#lib/venues/queries.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { venueOrNotFound } from '#lib/web/venue.ts'
import { retireRule, saveRule, tryRule } from './actions.ts'

const path = '/admin/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') }
}

export default async function RulesPage({ searchParams }: PageProps<'/admin/rules'>) {
  const asked = await searchParams
  await requireActor('rule.manage', path)
  const slug = typeof asked.venue === 'string' && asked.venue ? asked.venue : undefined
  const venue = await pageData(venueOrNotFound(slug))
  const kind = seatKinds.find((one) => one === asked.kind) ?? null
  const own = venue.rules.find((rule) => rule.kind === kind)
  const { id: _id, kind: _kind, version: _version, ...numbers } = ruleOfKind(venue.rules, kind)!
  const t = await getTranslations('rules')
  return (
    <ClientMessages namespaces={['rules', 'bookings', 'seats']}>
      <PageHeader title={t('title')} lead={t('lead')} over={venue.name} />
      <RuleTabs
        path={path}
        venues={await listVenues()}
        venue={venue}
        kind={kind}
        withOwn={venue.rules.flatMap((rule) => rule.kind ?? [])}
      />
      <RuleForm
        // A version that took over, here or elsewhere, begins a new form.
        key={`${venue.id} ${kind} ${own?.version}`}
        requestKey={randomUUID()}
        venue={{ id: venue.id, timeZone: venue.timeZone }}
        kind={kind}
        seenVersion={own?.version ?? null}
        numbers={numbers}
        actions={{ saveRule, retireRule, tryRule }}
      />
    </ClientMessages>
  )
}
