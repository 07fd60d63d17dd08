import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { controlClass, lineClass } from '#components/ui/field-styles.ts'
import { PlainField } from '#components/ui/plain-field.tsx'
import { bookingStates, type BookingState } from '#lib/bookings/policy.ts'

const control = cx(controlClass, lineClass)

/** What staff look for. A form that only asks, so that its answer has an address and needs no script. */
export function StaffBookingFilter({
  path,
  venues,
  values,
}: {
  path: string
  venues: { slug: string; name: string }[]
  values: { venue: string; day?: string; state?: BookingState; person?: string }
}) {
  const t = useTranslations('staffBookings.filter')
  const tStates = useTranslations('common.states')
  return (
    <form
      action={path}
      role="search"
      aria-label={t('label')}
      className="flex flex-wrap items-end gap-3"
    >
      <PlainField label={t('venue')} className="min-w-40 flex-1">
        {(field) => (
          <select {...field} name="venue" defaultValue={values.venue} className={control}>
            {venues.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <PlainField label={t('day')} className="min-w-40">
        {(field) => (
          <input {...field} type="date" name="day" defaultValue={values.day} className={control} />
        )}
      </PlainField>
      <PlainField label={t('state')} className="min-w-40">
        {(field) => (
          <select {...field} name="state" defaultValue={values.state ?? ''} className={control}>
            <option value="">{t('any')}</option>
            {bookingStates.map((state) => (
              <option key={state} value={state}>
                {tStates(state)}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <PlainField label={t('person')} className="min-w-40 flex-1">
        {(field) => (
          <input
            {...field}
            type="search"
            name="person"
            defaultValue={values.person}
            className={control}
          />
        )}
      </PlainField>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
