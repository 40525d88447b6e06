/** The chosen claim and source stand in the address (`#claim=…&who=…`), so that they can be linked to and gone back to. */
import { useCallback, useSyncExternalStore } from 'react'

export interface Address {
  readonly claim: string | null
  readonly who: string | null
}

const parse = (hash: string): Address => {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  return { claim: fields.get('claim'), who: fields.get('who') }
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

export function useAddress(): readonly [Address, (change: Partial<Address>) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  const go = useCallback((change: Partial<Address>) => {
    const fields = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...parse(window.location.hash), ...change }))
      if (value !== null) fields.set(name, String(value))
    const { pathname } = window.location
    // Stepping through claims would bury the page before in the history.
    window.history.replaceState(null, '', fields.size > 0 ? `#${fields.toString()}` : pathname)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  }, [])
  return [parse(hash), go]
}
