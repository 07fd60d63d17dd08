import type { ReactNode } from 'react'
import {
  Switch as AriaSwitch,
  type SwitchProps as AriaSwitchProps,
} from 'react-aria-components/Switch'

/** On or off at once; for what takes effect only with a form's button there is `Checkbox`. */
export function Switch({
  children,
  description,
  ...props
}: Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  description?: ReactNode
}) {
  return (
    <AriaSwitch
      {...props}
      className="group flex min-h-11 cursor-pointer items-center gap-4 py-1 text-15 disabled:cursor-not-allowed disabled:opacity-60"
    >
      <span className="flex flex-1 flex-col">
        {children}
        {description && <span className="text-13 text-muted">{description}</span>}
      </span>
      <span className="flex h-7 w-12 shrink-0 items-center rounded-full border border-edge bg-sunken px-0.5 transition-colors group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-lamp group-selected:border-lamp group-selected:bg-lamp">
        <span className="size-5 rounded-full bg-edge transition-[translate,background-color] group-selected:translate-x-5.5 group-selected:bg-on-lamp" />
      </span>
    </AriaSwitch>
  )
}
