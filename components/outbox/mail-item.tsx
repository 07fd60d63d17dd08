import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { textLinkClass } from '#components/ui/links.tsx'
import { When } from '#components/ui/when.tsx'
import type { MailView } from '#lib/notices/list-outbox.ts'

/** One mail: who and what in a line, the text when it is opened. */
export function MailItem({ mail, timeZone }: { mail: MailView; timeZone: string }) {
  const t = useTranslations('outbox')
  return (
    <li className="border-b border-hairline">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1 py-3 hover:bg-sunken">
          <span className="min-w-0 flex-1 basis-60 font-medium">{mail.subject ?? t('erased')}</span>
          <span className="text-13 break-all text-muted">{mail.toEmail ?? t('erased')}</span>
          <When from={mail.createdAt} timeZone={timeZone} isStart className="text-13 text-muted" />
        </summary>
        <p className="max-w-prose pb-5 text-15 break-words whitespace-pre-line">
          {mail.parts.map((part, index) => (
            <Fragment key={index}>
              {index > 0 && <MailLink link={mail.link} hidden={t('hidden')} />}
              {part}
            </Fragment>
          ))}
        </p>
      </details>
    </li>
  )
}

function MailLink({ link, hidden }: { link: string | null; hidden: string }) {
  if (!link) return <span className="rounded-chip bg-sunken px-2 text-muted">{hidden}</span>
  return (
    <a href={link} rel="noreferrer" className={`${textLinkClass} break-all`}>
      {link}
    </a>
  )
}
