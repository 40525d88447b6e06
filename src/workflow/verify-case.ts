/** Proof that a case is what came in: the chain of its log, and every original it names. */
import type { Home } from './home.js'

export interface Verified {
  readonly entries: number
  readonly originals: number
  readonly documents: number
  /** The first thing that does not hold, in words; null where all does. */
  readonly broken: string | null
}

const PAGE = 1000

/** Checks the log from its first entry, then that every document is in the log, and hashes every original. */
export async function verifyCase(
  home: Home,
  caseId: string,
  progress?: (originals: number) => void,
): Promise<Verified> {
  const chain = await home.custody.verify(caseId)
  const counts = { entries: chain.entries, originals: 0, documents: 0 }
  if (chain.broken)
    return {
      ...counts,
      broken: `Entry ${chain.broken.seq} of the log of custody does not hold: ${chain.broken.why}.`,
    }
  const logged = new Set<string>()
  for await (const { act, document } of home.custody.entries(caseId))
    if (document !== null && (act === 'added' || act === 'restored')) logged.add(document)
  const known = new Set<string>()
  let broken: string | null = null
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = await home.store.documents.list(
      caseId,
      { sort: 'added' },
      { offset, limit: PAGE },
    )
    for (const { id, file } of rows) {
      known.add(id)
      if (!logged.has(id)) broken ??= `${file} (${id}) is in the case and not in its log of custody.`
    }
    if (offset + PAGE >= total) break
  }
  for (const id of new Set([...logged, ...known])) {
    const state = await home.originals.check(id)
    counts.originals++
    progress?.(counts.originals)
    if (state !== 'whole') broken ??= `The original ${id} is ${state}.`
  }
  return { ...counts, documents: known.size, broken }
}
