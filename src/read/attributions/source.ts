/** Who the source of an attribution is, and of what kind. */
import type { Mention, SourceKind } from '../../schema/reading.js'
import { byWord, meantBy } from '../coreference/meant.js'
import { headOf } from '../coreference/phrase.js'
import type { Word, WordRange } from '../layers.js'
import { wordsOf } from '../propositions/marks.js'
import type { Tree } from '../propositions/tree.js'

export interface Source {
  /** Entity id, where the source resolves to one. */
  readonly speaker: string | null
  readonly kind: SourceKind
}

/** How to tell the source from its words and the kind that the encoder takes it for. */
export function sourcesAmong(
  mentions: readonly Mention[],
  words: readonly Word[],
  tree: Tree,
): (source: readonly WordRange[], guess: SourceKind | null) => Source {
  const at = byWord(
    mentions.flatMap((value) => {
      const range = wordsOf(words, value)
      return range ? [{ ...range, head: headOf(range, tree), form: value.form, value }] : []
    }),
  )
  const named = new Set(mentions.filter((m) => m.form === 'name').map((m) => m.entity))
  return ([phrase], guess) => {
    const mention = phrase && meantBy(phrase, tree, (word) => at.get(word))
    const speaker = mention?.entity ?? null
    // A pronoun for one who is named elsewhere counts as named; "the mayor" is known by a role
    const isNamed = mention !== undefined && mention.form !== 'nominal' && named.has(speaker)
    const kind = isNamed && guess !== 'work' && guess !== 'group' ? 'named' : guess
    return { speaker, kind: phrase ? (kind ?? 'unnamed') : 'unnamed' }
  }
}
