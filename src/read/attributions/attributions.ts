/** The step that gives attributions: who ascribes what to whom, nested, in characters. */
import { quoteStates } from '../../inference/quotes.js'
import type { Attribution, Mention, SourceKind } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { headOf } from '../coreference/candidates.js'
import { idOf } from '../coreference/coreference.js'
import type { Encoded, Word, WordRange } from '../layers.js'
import type { Step } from '../step.js'
import { nestingOf } from './nesting.js'
import { completed, mannerOf, quotationsOf } from './quotation.js'

/** Gives `attributions`, in the order of their cues, and the kind of each one's source. */
export const attributionsStep: Step<
  'sentences' | 'words' | 'encoded' | 'mentions',
  'attributions' | 'sourceKinds'
> = {
  name: 'attributions',
  version: 1,
  needs: ['sentences', 'words', 'encoded', 'mentions'],
  gives: ['attributions', 'sourceKinds'],
  run(document, { words, encoded, mentions }) {
    const states = quoteStates(document.info.text, words, blockStarts(words, document.blocks))
    const quotations = quotationsOf(words, states)
    const raw = encoded.attributions.map((a) => ({ ...a, content: completed(a.content, near(quotations, a.content)) }))
    const ids = raw.map((a) => idOf(document.info.id, 'attribution', words[a.anchor]!.start, words[a.anchor]!.end))
    const within = nestingOf(raw)
    const spans = (ranges: readonly WordRange[]): Span[] =>
      ranges.map((r) => ({ start: words[r.first]!.start, end: words[r.last - 1]!.end }))
    const find = mentionFinder(mentions)
    const sourceKinds: Record<string, SourceKind> = {}
    const attributions = raw.map((a, i): Attribution => {
      const speaker = speakerOf(a.source, words, encoded, find)
      sourceKinds[ids[i]!] = kindOf(a.kind, speaker)
      return {
        id: ids[i]!,
        source: spans(a.source),
        cue: spans(a.cue),
        content: spans(a.content),
        speaker: speaker?.entity ?? null,
        manner: mannerOf(a.content, states),
        stance: a.stance,
        within: within[i]! < 0 ? null : ids[within[i]!]!,
      }
    })
    return { layers: { attributions, sourceKinds } }
  },
}

function blockStarts(words: readonly Word[], blocks: readonly Span[]): number[] {
  const out: number[] = []
  let block = 0
  words.forEach((word, k) => {
    let began = k === 0
    for (; block < blocks.length && word.start >= blocks[block]!.end; block++) began = true
    if (began) out.push(k)
  })
  return out
}

/** Quotations that may share an end with a content. */
function near(quotations: readonly WordRange[], content: readonly WordRange[]): WordRange[] {
  const [from, to] = [Math.min(...content.map((r) => r.first)), Math.max(...content.map((r) => r.last))]
  let [low, high] = [0, quotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotations[middle]!.last < from) low = middle + 1
    else high = middle
  }
  const out: WordRange[] = []
  for (let i = low; i < quotations.length && quotations[i]!.first <= to; i++) out.push(quotations[i]!)
  return out
}

type Finder = (at: number) => Mention | undefined

/** The mention that holds a character: a name before a description, the shorter before the longer. */
function mentionFinder(mentions: readonly Mention[]): Finder {
  const at = new Map<number, Mention[]>()
  for (const m of mentions) for (let c = m.start; c < Math.min(m.end, m.start + 200); c++) {
    const list = at.get(c)
    if (list) list.push(m)
    else at.set(c, [m])
  }
  const rank = (m: Mention): number => (m.form === 'nominal' ? 10_000 : 0) + m.end - m.start
  return (c) => at.get(c)?.reduce((a, b) => (rank(b) < rank(a) ? b : a))
}

function speakerOf(source: readonly WordRange[], words: readonly Word[], encoded: Encoded, find: Finder): Mention | undefined {
  const [first] = source
  if (!first) return undefined
  const head = headOf(first, encoded)
  const own = find(words[head]!.start)
  if (own?.form === 'name') return own
  // "the ministry's spokesman Tad Furlong": the person named in apposition to the head
  for (let k = first.first; k < first.last; k++) {
    const { head: governor, deprel } = encoded.syntax[k]!
    if (governor !== head || !/^(?:appos|flat|compound|nmod:desc)$/.test(deprel)) continue
    const named = find(words[k]!.start)
    if (named?.form === 'name' && named.type === 'Person') return named
  }
  return own
}

function kindOf(guess: SourceKind | null, speaker: Mention | undefined): SourceKind {
  if (guess === null) return 'unnamed'
  if (speaker?.form === 'name' && guess !== 'work' && guess !== 'group') return 'named'
  return guess
}
