/** A button that `useStepping` finds by its action and presses by its key. */
import type { ReactNode } from 'react'

interface Props {
  readonly action: string
  readonly keyed?: string | undefined
  readonly quiet?: boolean | undefined
  /** Of what it opens; left out where it opens nothing. */
  readonly open?: boolean | undefined
  onPress(): void
  readonly children: ReactNode
}

export function KeyedButton({ action, keyed, quiet = false, open, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={quiet ? 'quiet' : undefined}
      data-action={action}
      aria-keyshortcuts={keyed}
      aria-expanded={open}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
