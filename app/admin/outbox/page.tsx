import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MailItem } from '#components/outbox/mail-item.tsx'
import { OutboxFilter } from '#components/outbox/outbox-filter.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NextPageLink } from '#components/ui/next-page-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { messages } from '#lib/i18n/messages.ts'
import { listOutbox } from '#lib/notices/list-outbox.ts'
import type { MailKind } from '#lib/notices/write-mail.ts'
import { hrefWith } from '#lib/href.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { oneOf, textOf } from '#lib/web/search-params.ts'
import { staffTimeZone } from '#lib/web/venue.ts'

const kinds = Object.keys(messages.en.mail) as MailKind[]

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('title') }
}

export default async function OutboxPage({ searchParams }: PageProps<'/admin/outbox'>) {
  const asked = await searchParams
  const actor = await requireActor('outbox.view', hrefWith('/admin/outbox', asked))
  const filter = { kind: oneOf(kinds, asked.kind), address: textOf(asked.to) }
  const { mails, count, next } = await pageData(
    listOutbox(actor, { ...filter, after: textOf(asked.after) }),
  )
  const timeZone = await staffTimeZone()
  const t = await getTranslations('outbox')
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <OutboxFilter kinds={kinds} {...filter} />
      <p role="status" className="mb-2 text-muted">
        {t('count', { count })}
      </p>
      {mails.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      <ul className="border-t border-hairline empty:border-0">
        {mails.map((mail) => (
          <MailItem key={mail.id} mail={mail} timeZone={timeZone} />
        ))}
      </ul>
      {next && <NextPageLink path="/admin/outbox" params={asked} after={next} />}
    </div>
  )
}
