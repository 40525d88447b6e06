/** A list of any length, of which only the pages that are looked at are asked for. */
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { CaseClient, Page } from '../../api/client.js'
import { useCase } from './case.js'

const SIZE = 100

export interface Paged<T> {
  readonly total: number
  /** Undefined while it is on its way. */
  row(index: number): T | undefined
  readonly error: Error | null
  readonly loaded: boolean
  refetch(): void
}

/** Rows `from` to `to` (exclusive) are wanted; `key` names the list with all it depends on. */
export function usePages<T>(
  key: readonly unknown[],
  ask: (client: CaseClient, window: { offset: number; limit: number }) => Promise<Page<T>>,
  from: number,
  to: number,
): Paged<T> {
  const { name, client } = useCase()
  const first = Math.floor(from / SIZE)
  const last = Math.max(first, Math.floor(Math.max(0, to - 1) / SIZE))
  const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  // The first page tells how many there are, wherever one looks.
  const wanted = numbers.includes(0) ? numbers : [0, ...numbers]
  const answers = useQueries({
    queries: wanted.map((number) => ({
      queryKey: ['case', name, ...key, 'page', number],
      queryFn: () => ask(client, { offset: number * SIZE, limit: SIZE }),
      placeholderData: keepPreviousData,
    })),
  })
  const byNumber = new Map(wanted.map((number, i) => [number, answers[i]?.data]))
  return {
    total: byNumber.get(0)?.total ?? 0,
    loaded: byNumber.get(0) !== undefined,
    row: (index) => byNumber.get(Math.floor(index / SIZE))?.rows[index % SIZE],
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => answers.forEach((answer) => void answer.refetch()),
  }
}
