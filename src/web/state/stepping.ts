/** Going through a list by keys: j and k step from item to item, other keys press a button of the item in focus. */
import { type RefObject, useRef } from 'react'
import { useScreenKeys } from './keys.js'

/**
 * Hang the result on the list. `presses` maps a key to the `data-action` of the button it presses; each item must be able
 * to take the focus.
 */
export function useStepping(presses: Readonly<Record<string, string>>): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null)
  const items = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
  const hasFocus = (item: HTMLElement): boolean => item.contains(document.activeElement)
  const step = (by: number): void => {
    const all = items()
    all[Math.max(0, Math.min(all.length - 1, all.findIndex(hasFocus) + by))]?.focus()
  }
  const press = (action: string) => (event: KeyboardEvent) => {
    // A button may open a box that takes the focus; the letter must not be written into it.
    event.preventDefault()
    items().find(hasFocus)?.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)?.click()
  }
  useScreenKeys({
    j: () => step(1),
    k: () => step(-1),
    ...Object.fromEntries(Object.entries(presses).map(([key, action]) => [key, press(action)])),
  })
  return list
}
