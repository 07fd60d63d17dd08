import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditFilter } from '#components/audit/audit-filter.tsx'
import { AuditList } from '#components/audit/audit-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NextPageLink } from '#components/ui/next-page-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { auditActions } from '#lib/audit/audit-actions.ts'
import { listAudit } from '#lib/audit/list-audit.ts'
import { boundsOfDay } from '#lib/time.ts'
import { hrefWith } from '#lib/href.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { dayOf, oneOf, textOf } from '#lib/web/search-params.ts'
import { staffTimeZone } from '#lib/web/venue.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const asked = await searchParams
  const actor = await requireActor('audit.view', hrefWith('/admin/audit', asked))
  const timeZone = await staffTimeZone()
  const chosen = {
    by: textOf(asked.by),
    about: textOf(asked.about),
    action: oneOf(auditActions, asked.action),
    from: dayOf(asked.from),
    to: dayOf(asked.to),
  }
  const { entries, count, next } = await pageData(
    listAudit(actor, {
      ...chosen,
      from: chosen.from ? boundsOfDay(chosen.from, timeZone).from : undefined,
      to: chosen.to ? boundsOfDay(chosen.to, timeZone).to : undefined,
      after: textOf(asked.after),
    }),
  )
  const t = await getTranslations('audit')
  return (
    <div className="max-w-5xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AuditFilter actions={auditActions} chosen={chosen} />
      <p role="status" className="mb-2 text-muted">
        {t('count', { count })}
      </p>
      {entries.length > 0 ? (
        <AuditList entries={entries} timeZone={timeZone} />
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
      {next && <NextPageLink path="/admin/audit" params={asked} after={next} />}
    </div>
  )
}
