/** What a program that stays does besides: read what waits in any case, and copy the database once a day. */
import { backupDaily } from './backup-home.js'
import type { Home, Whereabouts } from './home.js'
import { work, type Work } from './work.js'

const HOUR = 60 * 60 * 1000
/** Milliseconds before work is begun again after something that concerned every document. */
const AGAIN = 30_000

export interface Tending extends Omit<Work, 'caseId' | 'untilDone' | 'signal'> {
  readonly signal: AbortSignal
  /** Told what went wrong; the work begins again by itself. */
  readonly trouble: (error: unknown) => void
}

/** Runs until `signal`; never throws. */
export async function tend(
  at: Whereabouts,
  home: Home,
  { signal, trouble, ...options }: Tending,
): Promise<void> {
  const copy = (): void => void backupDaily(at, home, new Date()).catch(trouble)
  copy()
  const daily = setInterval(copy, HOUR)
  daily.unref()
  try {
    while (!signal.aborted) {
      try {
        await work(home, { ...options, caseId: null, untilDone: false, signal })
      } catch (error) {
        trouble(error)
        await new Promise((resolve) => setTimeout(resolve, AGAIN).unref())
      }
    }
  } finally {
    clearInterval(daily)
  }
}
