import { Volume2, VolumeX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '#components/ui/button.tsx'
import { giveFeedback, wakeSound } from './feedback.ts'

/** Sound on or off. Turning it on lets it be heard; any first touch of the page wakes it. */
export function SoundSwitch({
  isSilent,
  onChange,
}: {
  isSilent: boolean
  onChange: (isSilent: boolean) => void
}) {
  const t = useTranslations('scanner')
  const Glyph = isSilent ? VolumeX : Volume2

  useEffect(() => {
    const once = { once: true, capture: true }
    window.addEventListener('pointerdown', wakeSound, once)
    window.addEventListener('keydown', wakeSound, once)
    return () => {
      window.removeEventListener('pointerdown', wakeSound, once)
      window.removeEventListener('keydown', wakeSound, once)
    }
  }, [])

  function turn() {
    onChange(!isSilent)
    if (isSilent) giveFeedback('yes', { isSilent: false })
  }

  return (
    <Button variant="bare" onPress={turn} className="shrink-0">
      <Glyph aria-hidden="true" className="size-5" />
      {t(isSilent ? 'soundOff' : 'soundOn')}
    </Button>
  )
}
