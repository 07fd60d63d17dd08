'use client'

import { ArrowRightLeft, Clock, DoorOpen, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import type { BookingView } from '#lib/bookings/queries.ts'
import type { BookingActions } from './booking-actions.ts'
import { ShortenForm } from './shorten-form.tsx'
import { useBookingWrites } from './use-booking-writes.ts'

type Bookable = Pick<
  BookingView,
  | 'id'
  | 'startsAt'
  | 'endsAt'
  | 'canCancel'
  | 'canMove'
  | 'canExtend'
  | 'canLeave'
  | 'canRestore'
  | 'shorterEnds'
> & { label: string; timeZone: string }

/** What may still be done with a booking of one's own; nothing for one that is over. */
export function BookingButtons({
  booking,
  actions,
  isSmall = false,
}: {
  booking: Bookable
  actions: BookingActions
  isSmall?: boolean
}) {
  const t = useTranslations('bookings.actions')
  const writes = useBookingWrites(booking, actions)
  const { cancel, leave, restore, isPending } = writes
  const look = isSmall ? ({ size: 'small' } as const) : ({ isWide: true } as const)
  return (
    <>
      {booking.canExtend && (
        <Button {...look} isPending={isPending} onPress={writes.extend}>
          <Clock aria-hidden="true" className="size-4" />
          {t('extend')}
        </Button>
      )}
      {booking.canLeave && (
        <Button {...look} isPending={isPending} onPress={leave}>
          <DoorOpen aria-hidden="true" className="size-4" />
          {t('leave')}
        </Button>
      )}
      {booking.canMove && (
        <ButtonLink {...look} href={`/seats?move=${booking.id}`}>
          <ArrowRightLeft aria-hidden="true" className="size-4" />
          {t('move')}
        </ButtonLink>
      )}
      {booking.shorterEnds.length > 0 && (
        <ShortenForm
          ends={booking.shorterEnds}
          timeZone={booking.timeZone}
          look={look}
          isPending={isPending}
          shorten={writes.shorten}
        />
      )}
      {booking.canCancel && (
        <Button {...look} isPending={isPending} onPress={cancel}>
          <X aria-hidden="true" className="size-4" />
          {t('cancel')}
        </Button>
      )}
      {booking.canRestore && (
        <Button {...look} isPending={isPending} onPress={restore}>
          <Undo2 aria-hidden="true" className="size-4" />
          {t('restore')}
        </Button>
      )}
    </>
  )
}
