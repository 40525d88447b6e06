/** The case that stands on the page, what can be asked of it, and news of its changes. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { type CaseClient, caseClient, type Progress } from '../../api/client.js'

interface Standing {
  readonly name: string
  readonly client: CaseClient
}
const Current = createContext<Standing | null>(null)

export function CaseProvider({ name, children }: { name: string; children: ReactNode }) {
  const standing = useMemo(() => ({ name, client: caseClient(name) }), [name])
  return <Current value={standing}>{children}</Current>
}

/** @throws Error outside of a case. */
export function useCase(): Standing {
  const standing = useContext(Current)
  if (!standing) throw new Error('useCase stands outside of a case')
  return standing
}

/**
 * Asks the case for something and keeps the answer until the case changes. `key` names the question with all it depends
 * on; while a new one is on its way, the answer to the last stays.
 */
export function useAsk<T>(key: readonly unknown[], ask: (client: CaseClient) => Promise<T>) {
  const { name, client } = useCase()
  return useQuery({
    queryKey: ['case', name, ...key],
    queryFn: () => ask(client),
    placeholderData: keepPreviousData,
  })
}

const BUSY = 1500
const IDLE = 5000

/** How far the case's reading has come; when its version grows, all that is shown of the case is asked for anew. */
export function useProgress(): Progress | undefined {
  const { name, client } = useCase()
  const cache = useQueryClient()
  const { data } = useQuery({
    queryKey: ['progress', name],
    queryFn: client.progress,
    refetchInterval: ({ state }) => (isBusy(state.data) ? BUSY : IDLE),
  })
  const seen = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (data === undefined) return
    if (seen.current !== undefined && seen.current !== data.version)
      void cache.invalidateQueries({ queryKey: ['case', name] })
    seen.current = data.version
  }, [cache, name, data])
  return data
}

export const isBusy = (progress: Progress | undefined): boolean =>
  progress !== undefined &&
  (progress.comparing || progress.counts.states.waiting + progress.counts.states.reading > 0)
