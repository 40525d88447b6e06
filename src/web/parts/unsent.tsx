import { useSending, useUnsent } from '../state/unsent.js'
import { strings } from '../strings.js'
import type { Unsent } from '../text/outbox.js'
import { useEffect, useState } from 'react'

/** Less than this is no wait. */
const SHOWN_AFTER = 800

/** What was decided and is not with the program: still on its way, or refused. */
export function UnsentNotice() {
  const unsent = useUnsent()
  const { outbox, send } = useSending()
  const refused = unsent.filter((entry) => entry.refused !== null)
  const waiting = unsent.filter((entry) => entry.refused === null)
  const shown = useLater(waiting.length > 0)
  return (
    <>
      <div className="unsent" role="status">
        {shown && waiting.length > 0 && (
          <section aria-label={strings.unsentLabel}>
            <p>
              <strong>{strings.waitingToBeSent(waiting.length)}</strong>{' '}
              {outbox.lasting() ? strings.keptHere : strings.keepOpen}
            </p>
            <List entries={waiting} />
            <button type="button" onClick={send}>
              {strings.sendNow}
            </button>
          </section>
        )}
      </div>
      {refused.length > 0 && (
        <div className="unsent refused" role="alert">
          <section>
            <p>
              <strong>{strings.notKept(refused.length)}</strong>
            </p>
            <List entries={refused} />
            <button
              type="button"
              onClick={() => {
                for (const { id } of refused) outbox.again(id)
                send()
              }}
            >
              {strings.tryAgain}
            </button>
          </section>
        </div>
      )}
    </>
  )
}

function List({ entries }: { entries: readonly Unsent[] }) {
  const { outbox } = useSending()
  return (
    <ul className="plain">
      {entries.map(({ id, said, what, refused }) => (
        <li key={id}>
          <span>
            {said}
            {'judge' in what && typeof what.judge.value === 'string' && <q>{what.judge.value}</q>}
            {refused !== null && <span className="why">{refused}</span>}
          </span>
          <button type="button" className="quiet" onClick={() => outbox.drop(id)}>
            {strings.doNotSend}
          </button>
        </li>
      ))}
    </ul>
  )
}

function useLater(now: boolean): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(now), now ? SHOWN_AFTER : 0)
    return () => clearTimeout(timer)
  }, [now])
  return later
}
