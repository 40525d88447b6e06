/** A list that grows while one looks for more. */
import { useState } from 'react'

/** The server gives no more rows at once. */
const MOST = 1000

export interface Growing {
  /** Rows to ask for. */
  readonly limit: number
  /** Whether `more` would show further rows of a list of `total`, `shown` of which are there. */
  hasMore(shown: number, total: number): boolean
  more(): void
}

/** Begins with `atOnce` rows and grows by as many. */
export function useMore(atOnce: number): Growing {
  const [limit, setLimit] = useState(atOnce)
  return {
    limit,
    hasMore: (shown, total) => shown < total && limit < MOST,
    more: () => setLimit(Math.min(MOST, limit + atOnce)),
  }
}
