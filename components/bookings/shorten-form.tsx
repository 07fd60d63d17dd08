import { Scissors } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { useTimeWords } from './use-time-words.ts'

/** A button that opens into a choice of earlier ends: what is chosen by arrows is not done before it is meant. */
export function ShortenForm({
  ends,
  timeZone,
  look,
  isPending,
  shorten,
}: {
  ends: Date[]
  timeZone: string
  look: { size: 'small' } | { isWide: true }
  isPending: boolean
  shorten: (end: Date) => void
}) {
  const t = useTranslations('bookings.actions')
  const words = useTimeWords(timeZone)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const last = ends.at(-1)!
  const end = ends.find((one) => one.toISOString() === chosen) ?? last

  if (!isOpen) {
    return (
      <Button {...look} onPress={() => setOpen(true)}>
        <Scissors aria-hidden="true" className="size-4" />
        {t('shorten')}
      </Button>
    )
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        label={t('shortenTo')}
        value={end.toISOString()}
        onChange={setChosen}
        options={ends.map((one) => ({ value: one.toISOString(), label: words.clock(one) }))}
        className="min-w-32 flex-1"
      />
      <Button
        isPending={isPending}
        onPress={() => {
          shorten(end)
          setOpen(false)
        }}
      >
        {t('shortenDo')}
      </Button>
    </div>
  )
}
