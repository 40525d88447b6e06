/** The step that gives attributions: who ascribes what to whom, nested, in characters. */
import { quoteStates } from '../../inference/quotes.js'
import type { Attribution, SourceKind } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { blockStartsOf } from '../block-starts.js'
import type { WordRange } from '../layers.js'
import { buildTree } from '../propositions/tree.js'
import { idOf } from '../span-id.js'
import type { Step } from '../step.js'
import { withAnnounced } from './announced.js'
import { withAccounts } from './by-account.js'
import { withoutDummies } from './dummies.js'
import { withHeardFrom } from './heard-from.js'
import { withLooseQuotations } from './loose-quotations.js'
import { nestingOf } from './nesting.js'
import { withPlainSaying } from './plain-saying.js'
import { withRelays } from './relay.js'
import { mannerOf } from './quotation.js'
import { sourcesAmong } from './source.js'
import { withTurns } from './turns.js'
import { withWholeQuotations } from './whole-quotations.js'
import { withCited } from './cited.js'
import { withOpenQuestions } from './open-questions.js'
import { withSubjects } from './subjects.js'

/** Gives `attributions`, the turns of speakers first, then the others in the order of their anchors, and the kind of each one's source. */
export const attributionsStep: Step<'words' | 'encoded' | 'mentions', 'attributions' | 'sourceKinds'> = {
  name: 'attributions',
  version: 5,
  needs: ['words', 'encoded', 'mentions'],
  gives: ['attributions', 'sourceKinds'],
  run(document, { words, encoded, mentions }) {
    const {
      info: { id, text },
      blocks,
    } = document
    const blockStarts = blockStartsOf(words, blocks)
    const states = quoteStates(text, words, blockStarts)
    const tree = buildTree(words, encoded.syntax)
    const found = withWholeQuotations(encoded.attributions, words, states, blockStarts)
    const told = withSubjects(withoutDummies(withCited(found, words, tree), tree), tree)
    const stanced = withPlainSaying(withOpenQuestions(told, words), words)
    const raw = withLooseQuotations(
      withAccounts(withHeardFrom(withAnnounced(stanced, tree), tree), tree),
      words,
      states,
      blockStarts,
      tree,
    )
    const ids = raw.map(({ anchor }) => idOf(id, 'attribution', words[anchor]!.start, words[anchor]!.end))
    const within = withRelays(raw, words, nestingOf(raw))
    const spans = (ranges: readonly WordRange[]): Span[] =>
      ranges.map(({ first, last }) => ({ start: words[first]!.start, end: words[last - 1]!.end }))
    const sourceOf = sourcesAmong(mentions, words, tree)
    const sources = raw.map((a) => sourceOf(a.source, a.kind))
    const attributions = raw.map((a, i): Attribution => ({
      id: ids[i]!,
      source: spans(a.source),
      cue: spans(a.cue),
      content: spans(a.content),
      speaker: sources[i]!.speaker,
      manner: mannerOf(a.content, words, states),
      stance: a.stance,
      within: within[i] === null ? null : ids[within[i]!]!,
    }))
    const sourceKinds = Object.fromEntries(ids.map((id, i): [string, SourceKind] => [id, sources[i]!.kind]))
    return { layers: withTurns(document, { attributions, sourceKinds }, mentions) }
  },
}
