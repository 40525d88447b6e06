/** What stands around every screen: the name, the way to cases, appearance and keys. */
import { Outlet } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { KeysDialog } from '../parts/keys-dialog.js'
import { UnsentNotice } from '../parts/unsent.js'
import { KeysContext, ListKeysContext, useKeys, useKeysSwitch } from '../state/keys.js'
import { ToastProvider } from '../state/toast.js'
import { UnsentProvider } from '../state/unsent.js'
import { strings } from '../strings.js'

export function Shell() {
  const [keysOn, switchKeys] = useKeysSwitch()
  const [listed, setListed] = useState(false)
  const list = useCallback(() => setListed(true), [])
  useKeys({ '?': list }, keysOn)
  return (
    <KeysContext value={keysOn}>
      <ListKeysContext value={list}>
        <ToastProvider>
          <a className="skip" href="#text" onClick={skip}>
            {strings.skip}
          </a>
          <UnsentProvider>
            <Outlet />
            <UnsentNotice />
          </UnsentProvider>
          {listed && <KeysDialog on={keysOn} onSwitch={switchKeys} onClose={() => setListed(false)} />}
        </ToastProvider>
      </ListKeysContext>
    </KeysContext>
  )
}

// The address belongs to what is shown; skipping leaves it alone.
function skip(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('text')?.focus()
}
