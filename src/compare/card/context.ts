/** What is asked of a reading again and again: which entity words mean, which mentions lie in a stretch, which sentence an offset is in. */
import type { Attribution, Claim, Evidence, Reading } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { contains } from '../../text/spans.js'

export interface Words {
  readonly name: (id: string) => string
  /** The case's entity of one of the document's, where it is named anywhere. */
  readonly named: (id: string) => string | null
  readonly byName: ReadonlyMap<string, string>
}

/** Longer evidence is cut to its first stretch. */
const LONGEST = 400

/** A claim's own words, or its first stretch where they are long. */
export function evidenceOf(reading: Reading, spans: readonly Span[], claim: string | null): Evidence {
  const { document } = reading
  const start = Math.min(...spans.map((s) => s.start))
  let end = Math.max(...spans.map((s) => s.end))
  if (end - start > LONGEST) end = spans.find((s) => s.start === start)!.end
  return { file: document.file, start, end, text: document.text.slice(start, end), claim }
}

export interface Context {
  readonly sentenceOf: (at: number) => number
  readonly mentionsIn: (spans: readonly Span[]) => Reading['mentions']
  /** A claim's evidence without the words that say who says so. */
  readonly saidIn: (claim: Claim) => readonly Span[]
  /** Who says a claim whose own words name them, though the reader gives it no chain. */
  readonly namedFor: (claim: Claim) => Claim['chain']
}

export function contextOf({ sentences, mentions, attributions, claims, document }: Reading): Context {
  const starts = sentences.map((s) => s.start)
  const sorted = [...mentions].sort((a, b) => a.start - b.start)
  const at = (list: readonly number[], value: number): number => {
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]! <= value) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const links = new Map(
    claims.flatMap((c) =>
      c.chain.flatMap((link) => (link.attribution === null ? [] : [[link.attribution, link] as const])),
    ),
  )
  const sources = attributions.filter((a) => a.within === null && a.source.length > 0 && SAYING.has(a.stance))
  const contents = new Map(attributions.map((a) => [a.id, a.content]))
  const mentionStarts = sorted.map((m) => m.start)
  return {
    saidIn({ evidence, chain }) {
      let spans = evidence
      for (const { attribution } of chain) {
        const content = attribution === null ? undefined : contents.get(attribution)
        const inside = content ? spans.flatMap((s) => content.flatMap((c) => meet(s, c))) : []
        if (inside.length > 0) spans = inside
      }
      return spans
    },
    namedFor({ evidence, chain }) {
      if (chain.length !== 1) return []
      const own = sources.filter(({ source }) => source.every((s) => evidence.some((e) => contains(e, s))))
      const [only] = own
      return only && own.length === 1 ? [links.get(only.id) ?? linkOf(only, document.text)] : []
    },
    sentenceOf: (offset) => Math.max(0, at(starts, offset)),
    mentionsIn(spans) {
      const out: Reading['mentions'][number][] = []
      for (const span of spans) {
        for (
          let i = at(mentionStarts, span.start - 1) + 1;
          i < sorted.length && sorted[i]!.start < span.end;
          i++
        )
          if (contains(span, sorted[i]!)) out.push(sorted[i]!)
      }
      return out
    },
  }
}

const SAYING: ReadonlySet<string> = new Set(['asserts', 'reports', 'alleges', 'confirms'])
const meet = (a: Span, b: Span): Span[] =>
  a.start < b.end && b.start < a.end
    ? [{ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }]
    : []

/** Who stands before 'said' where no claim of the reading has them in its chain. */
function linkOf({ id, source, speaker, stance }: Attribution, text: string): Claim['chain'][number] {
  const name = source.map(({ start, end }) => text.slice(start, end)).join(' ')
  const kind = /^\p{Lu}/u.test(name) && !/^(?:The|A|An)\b/.test(name) ? 'named' : 'role'
  return {
    who: { text: name, ...(speaker ? { entity: speaker } : {}) },
    kind,
    stance,
    certainty: 'certain',
    quantifier: null,
    cue: null,
    attribution: id,
  }
}
