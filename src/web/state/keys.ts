/** Single keys as commands. They can be switched off (WCAG 2.1.4): speech input and slips of the hand set them off. */
import { createContext, useContext, useEffect, useState } from 'react'

const STORE = 'whence-keys'

export function useKeysSwitch(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(STORE) !== 'off')
  return [
    on,
    (next) => {
      localStorage.setItem(STORE, next ? 'on' : 'off')
      setOn(next)
    },
  ]
}

/** Whether single keys are commands, for every screen. */
export const KeysContext = createContext(true)

/** Opens the list of keys. */
export const ListKeysContext = createContext<() => void>(() => undefined)

/** As `useKeys`, for a screen inside the shell. */
export const useScreenKeys = (commands: Readonly<Record<string, (event: KeyboardEvent) => void>>): void =>
  useKeys(commands, useContext(KeysContext))

/** Runs the command of a key, unless someone is typing, a dialog is open, or keys are switched off. Escape always works. */
export function useKeys(
  commands: Readonly<Record<string, (event: KeyboardEvent) => void>>,
  on: boolean,
): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (!on && event.key !== 'Escape') return
      const at = event.target instanceof Element ? event.target : null
      if (at?.closest('input, textarea, select, dialog, [contenteditable]')) return
      commands[event.key]?.(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
