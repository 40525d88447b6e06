import type { Finding, FindingKind } from '../../src/schema/reading.js'
import type { Passage } from '../../src/compare/passages/passage.js'
import type { Passages } from '../../src/compare/passages/index.js'
import { passagesOf } from './passages.js'

/** A finding on a number, each side one sentence. */
export const findingOf = (kind: FindingKind, ...sides: readonly Passage[]): Finding => ({
  id: kind,
  kind,
  on: 'number',
  why: '',
  score: 0.6,
  sides: sides.map(({ evidence }) => ({ evidence: [evidence], established: 1 })),
})

/** A case of these sentences, with a network that says of every pair how likely the two differ; `asked` is told how many at a time. */
export function caseWhere(
  list: readonly Passage[],
  differ: number,
  asked: (pairs: number) => void = () => undefined,
): Passages {
  const passages = passagesOf(list)
  const answer = { same: 0, differ, kinds: { number: 1 } }
  return {
    ...passages,
    context: {
      ...passages.context,
      embed: (texts) => Promise.resolve(texts.map(() => Float32Array.from([1]))),
      relate: (pairs) => {
        asked(pairs.length)
        return Promise.resolve(pairs.map(() => answer))
      },
    },
  }
}
