/** Sends what is decided, at once or as soon as the program can be reached again. */
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { ApiError, caseClient } from '../../api/client.js'
import type { Judgement } from '../../schema/case.js'
import { strings } from '../strings.js'
import { browserShelf, createOutbox, type Outbox, sendAll, type Unsent } from '../text/outbox.js'
import { useToast } from './toast.js'

/** Milliseconds between two tries, growing. */
const FIRST = 1500
const LAST = 12_000

const outbox = createOutbox(browserShelf)

interface Sending {
  readonly outbox: Outbox
  /** Tries at once. */
  send(): void
}
const Current = createContext<Sending>({ outbox, send: () => undefined })

export const useUnsent = (): readonly Unsent[] => useSyncExternalStore(outbox.subscribe, outbox.list)
export const useSending = (): Sending => useContext(Current)

const deliver = ({ id, caseName, what }: Unsent): Promise<Judgement | void> => {
  const client = caseClient(caseName)
  return 'judge' in what ? client.judge({ ...what.judge, id }) : client.withdraw(what.withdraw)
}
const unreachable = (error: unknown): boolean => error instanceof ApiError && error.code === 'unreachable'

/** One tab sends at a time, so that nothing is sent twice. */
const alone = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('whence.unsent', work) : work()

export function UnsentProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient()
  const toast = useToast()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pause = useRef(FIRST)
  const send = useCallback(() => {
    clearTimeout(timer.current)
    void alone(async () => {
      const cases = new Set<string>()
      let count = 0
      const done = await sendAll(outbox, deliver, unreachable, (entry, made) => {
        const { id, caseName, what, said } = entry
        cases.add(caseName)
        count++
        const undo = (): void => {
          outbox.add({ caseName, what: { withdraw: made!.id }, said: strings.undone })
          send()
        }
        if (late.delete(id)) toast({ text: strings.sentLate(count) })
        else if ('judge' in what && made) toast({ text: said, action: { label: strings.undo, run: undo } })
        else toast({ text: said })
      })
      for (const name of cases) void cache.invalidateQueries({ queryKey: ['case', name] })
      for (const { id } of outbox.list()) late.add(id)
      pause.current = done ? FIRST : Math.min(LAST, pause.current * 1.5)
      if (!done) timer.current = setTimeout(send, pause.current)
    })
  }, [cache, toast])
  useEffect(() => {
    // What was left by an earlier visit
    for (const { id } of outbox.list()) late.add(id)
    if (outbox.list().length > 0) send()
    const changed = (): void => outbox.reread()
    const leaving = (event: BeforeUnloadEvent): void => {
      if (outbox.list().length > 0 && !outbox.lasting()) event.preventDefault()
    }
    window.addEventListener('storage', changed)
    window.addEventListener('online', send)
    window.addEventListener('beforeunload', leaving)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('storage', changed)
      window.removeEventListener('online', send)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [send])
  const sending = useMemo(() => ({ outbox, send }), [send])
  return <Current value={sending}>{children}</Current>
}

/** Those that did not get through at the first try. */
const late = new Set<string>()
