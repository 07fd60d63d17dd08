'use client'

import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
import { buttonStyles, type ButtonLook } from './button-styles.ts'
import { Spinner } from './spinner.tsx'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  ButtonLook & { children: ReactNode; className?: string; ref?: Ref<HTMLButtonElement> }

/** While `isPending` it keeps its width and its focus, says so to a screen reader, and ignores further presses. */
export function Button({
  variant,
  size,
  isWide,
  className,
  children,
  isPending = false,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      isPending={isPending}
      className={buttonStyles({ variant, size, isWide, className })}
    >
      <span
        className={`inline-flex items-center justify-center gap-2 ${isPending ? 'opacity-0' : ''}`}
      >
        {children}
      </span>
      {isPending && <Spinner className="absolute" />}
    </AriaButton>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'size' | 'aria-label' | 'isWide'> & {
  label: string
  size?: 'icon' | 'iconSmall'
}

/** A glyph alone; `label` is its name for those who do not see it, and its tooltip for those who do. */
export function IconButton({ label, size = 'icon', variant = 'bare', ...props }: IconButtonProps) {
  return (
    <Button
      {...props}
      variant={variant}
      size={size}
      aria-label={label}
      render={(attributes) => <button {...attributes} title={label} />}
    />
  )
}
