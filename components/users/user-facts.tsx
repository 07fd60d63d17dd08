import { useTranslations } from 'next-intl'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import { When } from '#components/ui/when.tsx'
import type { UserView } from '#lib/accounts/get-user.ts'

export function UserFacts({ user, timeZone }: { user: UserView; timeZone: string }) {
  const t = useTranslations('users')
  const { verified } = user
  return (
    <DefinitionList
      items={[
        {
          term: t('email'),
          value: user.email && (
            <>
              <span className="break-all">{user.email}</span>{' '}
              <span className={user.isEmailConfirmed ? 'text-lamp' : 'text-brass-ink'}>
                ({t(user.isEmailConfirmed ? 'confirmed' : 'unconfirmed')})
              </span>
            </>
          ),
        },
        {
          term: t('verified'),
          value: (
            <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <StateChip state={verified ? 'verified' : 'unverified'} />
              {verified && (
                <span>
                  <When from={verified.at} timeZone={timeZone} />
                  {verified.by && `, ${verified.by}`}
                </span>
              )}
              {verified?.note && <span className="text-muted">{verified.note}</span>}
            </span>
          ),
        },
        { term: t('since'), value: <When from={user.createdAt} timeZone={timeZone} /> },
        { term: t('devices'), value: t('deviceCount', { count: user.devices }) },
      ]}
    />
  )
}
