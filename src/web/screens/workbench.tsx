/** One document read at once, without keeping it: its claims, and the ways to another. */
import { useCallback, useContext, useState } from 'react'
import { Dialog } from '../parts/dialog.js'
import { DropZone } from '../parts/drop.js'
import { Opening } from '../parts/opening.js'
import { Top } from '../parts/top.js'
import { Waiting } from '../parts/waiting.js'
import { useAddress } from '../state/address.js'
import { useDocument } from '../state/document.js'
import { KeysContext, useKeys } from '../state/keys.js'
import { strings } from '../strings.js'
import { ReadingScreen } from './reading.js'

const LARGEST = 25 * 1024 * 1024

export function Workbench() {
  const [address, go] = useAddress()
  const [dialog, setDialog] = useState<'open' | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const keysOn = useContext(KeysContext)
  const forget = useCallback(() => go({ claim: null, who: null }), [go])
  const { shown, open, cancel } = useDocument(forget)
  const close = useCallback(() => setDialog(null), [])

  const take = useCallback(
    (body: Blob, file: string) => {
      setDialog(null)
      if (body.size > LARGEST) return setRefused(strings.tooLarge)
      setRefused(null)
      open(body, file)
    },
    [open],
  )
  useKeys({ n: (event) => (event.preventDefault(), setDialog('open')) }, keysOn)

  return (
    <>
      <Top>
        <button type="button" className="main" onClick={() => setDialog('open')}>
          {strings.openAnother}
        </button>
      </Top>
      <main className="reading-page" id="text" tabIndex={-1}>
        {refused && (
          <p className="notice" role="alert">
            {refused}
          </p>
        )}
        {shown.state === 'loading' && (
          <div className="state" role="status">
            <p>{strings.loading}</p>
          </div>
        )}
        {shown.state === 'empty' && (
          <div className="state">
            <h1>{strings.openTitle}</h1>
            <Opening onOpen={take} />
          </div>
        )}
        {shown.state === 'reading' && (
          <Waiting file={shown.file} progress={shown.progress} onCancel={cancel} />
        )}
        {shown.state === 'failed' && (
          <div className="state" role="alert">
            <h1>{strings.failed}</h1>
            <p>{shown.message}</p>
            <button type="button" className="main" onClick={shown.retry}>
              {strings.tryAgain}
            </button>
          </div>
        )}
        {shown.state === 'ready' && (
          <ReadingScreen
            key={shown.reading.document.id}
            reading={shown.reading}
            address={address}
            go={go}
            keysOn={keysOn}
          />
        )}
      </main>
      {dialog === 'open' && (
        <Dialog title={strings.openTitle} onClose={close}>
          <Opening onOpen={take} />
        </Dialog>
      )}
      <DropZone onOpen={take} />
    </>
  )
}
