import { useRef, useState, type KeyboardEvent } from 'react'

/**
 * Seen while it is typed into. What is typed passes through days that nobody means, so it counts when the person is done:
 * at Enter, or on leaving. A day picked by the pointer counts at once.
 */
export function DayField({
  date,
  today,
  onPick,
}: {
  date: string
  today: string
  onPick: (date: string) => void
}) {
  const [held, setHeld] = useState({ from: date, value: date, isSent: false })
  const isTyping = useRef(false)
  // Another day of the page, by whichever way it came, puts aside what was held.
  if (held.from !== date) setHeld({ from: date, value: date, isSent: false })
  const { value } = held

  function send(day: string) {
    setHeld({ from: date, value: day, isSent: true })
    onPick(day)
  }

  function finish(event: KeyboardEvent<HTMLInputElement>) {
    isTyping.current = true
    if (event.key !== 'Enter' || held.isSent || value === date) return
    // A day that cannot be is told by the browser, beside the field.
    if (event.currentTarget.reportValidity()) send(value)
  }

  function leave() {
    if (held.isSent || value === date) return
    if (value >= today) send(value)
    else setHeld({ from: date, value: date, isSent: false })
  }

  return (
    <input
      type="date"
      name="day"
      value={value}
      min={today}
      required
      onChange={({ target }) => {
        const day = target.value
        if (!isTyping.current && day >= today && day !== date) send(day)
        else setHeld({ from: date, value: day, isSent: false })
      }}
      onKeyDown={finish}
      onBlur={leave}
      onClick={(event) => {
        isTyping.current = false
        event.currentTarget.showPicker?.()
      }}
      className="absolute inset-0 size-full cursor-pointer rounded-card bg-raised px-3 tabular-nums opacity-0 focus:opacity-100 noscript:static noscript:mt-1 noscript:min-h-11 noscript:opacity-100"
    />
  )
}
