/** How far a case has come. */
import type { DocumentCounts } from '../store/store.js'
import type { Home } from './home.js'

export interface CaseProgress extends DocumentCounts {
  /** Over the time that was watched; null where nothing was done in it. */
  readonly wordsPerSecond: number | null
  readonly documentsPerSecond: number | null
  /** Seconds, at the speed of the time that was watched; null where it is unknown. */
  readonly left: number | null
}

/** Milliseconds of the past by which the speed is judged. */
const WINDOW = 60_000

/** Asked again and again, gives how far the case has come and how fast it goes. */
export function watchProgress(home: Home, caseId: string, now: () => number): () => Promise<CaseProgress> {
  const samples: { at: number; done: number; words: number }[] = []
  return async () => {
    const counts = await home.store.documents.counts(caseId)
    const { states, words } = counts
    const at = now()
    const done = states.done + states.failed
    samples.push({ at, done, words })
    while (samples.length > 2 && at - samples[0]!.at > WINDOW) samples.shift()
    const first = samples[0]!
    const seconds = (at - first.at) / 1000
    const documents = done - first.done
    const waiting = states.waiting + states.reading
    return {
      ...counts,
      wordsPerSecond: seconds > 0 && words > first.words ? (words - first.words) / seconds : null,
      documentsPerSecond: seconds > 0 && documents > 0 ? documents / seconds : null,
      left: waiting === 0 ? 0 : seconds > 0 && documents > 0 ? (waiting * seconds) / documents : null,
    }
  }
}
