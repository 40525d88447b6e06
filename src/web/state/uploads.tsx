/** Files on their way into a case: a few at a time, each until the program says that it is kept, whatever screen is shown. */
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useCase } from './case.js'
import type { Dropped } from '../text/dropped.js'

export interface Uploads {
  readonly sent: number
  readonly all: number
  /** Known to the case already. */
  readonly known: number
  readonly failed: readonly { readonly file: string; readonly why: string; readonly again: Dropped }[]
}

const AT_ONCE = 4
const NONE: Uploads = { sent: 0, all: 0, known: 0, failed: [] }

/** How often what is shown of the case follows, in milliseconds. */
const FOLLOWED = 1000

interface Sending {
  readonly uploads: Uploads
  add(dropped: readonly Dropped[]): void
  /** Those that failed. */
  again(): void
}
const Current = createContext<Sending>({ uploads: NONE, add: () => undefined, again: () => undefined })
export const useUploads = (): Sending => useContext(Current)

/** One of each case: those of one are not stopped by looking at another, and do not show there. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const { name, client } = useCase()
  const cache = useQueryClient()
  const following = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onKept = useCallback(() => {
    following.current ??= setTimeout(() => {
      following.current = undefined
      void cache.invalidateQueries({ queryKey: ['progress', name] })
    }, FOLLOWED)
  }, [cache, name])
  const [uploads, setUploads] = useState<Uploads>(NONE)
  const waiting = useRef<Dropped[]>([])
  const running = useRef(0)

  const pump = useCallback(() => {
    while (running.current < AT_ONCE) {
      const next = waiting.current.shift()
      if (!next) return
      running.current++
      void next
        .file()
        .then((body) => client.addDocument(next.name, body))
        .then(
          ({ fresh }) => {
            setUploads((u) => ({ ...u, sent: u.sent + 1, known: u.known + (fresh ? 0 : 1) }))
            onKept()
          },
          (error: Error) =>
            setUploads((u) => ({
              ...u,
              sent: u.sent + 1,
              failed: [...u.failed, { file: next.name, why: error.message, again: next }],
            })),
        )
        .finally(() => {
          running.current--
          pump()
        })
    }
  }, [client, onKept])

  const add = useCallback(
    (dropped: readonly Dropped[]) => {
      if (dropped.length === 0) return
      waiting.current.push(...dropped)
      setUploads((u) =>
        u.sent === u.all ? { ...NONE, all: dropped.length } : { ...u, all: u.all + dropped.length },
      )
      pump()
    },
    [pump],
  )
  const again = useCallback(() => {
    const failed = uploads.failed.map((each) => each.again)
    setUploads((u) => ({ ...u, failed: [] }))
    add(failed)
  }, [uploads, add])
  const under = uploads.sent < uploads.all
  useEffect(() => {
    if (!under) return
    const leaving = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [under])
  const sending = useMemo(() => ({ uploads, add, again }), [uploads, add, again])
  return <Current value={sending}>{children}</Current>
}
