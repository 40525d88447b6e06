/** Turns of transcripts, chats and quoted mails as attributions: all that a speaker says has the speaker as its source. */
import type { Document, Turn } from '../../schema/document.js'
import type { Attribution, Mention, SourceKind } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { contains } from '../../text/spans.js'
import { idOf } from '../span-id.js'
import { withoutClosing } from './closing.js'

/** A turn whose words are in this document or stretch of it. */
export interface OwnTurn extends Turn {
  readonly id: string
  /** Index of the smallest turn that holds it, null for none. */
  readonly within: number | null
}

interface Known {
  readonly turns: readonly OwnTurn[]
  readonly byId: ReadonlyMap<string, OwnTurn>
}

const known = new WeakMap<Document, Known>()

function knownOf(document: Document): Known {
  let found = known.get(document)
  if (!found) {
    const turns = nested(document)
    known.set(document, (found = { turns, byId: new Map(turns.map((turn) => [turn.id, turn])) }))
  }
  return found
}

/**
 * The turns with words of this document, in order, the outer before the inner; of crossing ones the later is left out.
 * Of one that goes beyond what is read here (a stretch of a long document) only the part in it.
 */
export const turnsOf = (document: Document): readonly OwnTurn[] => knownOf(document).turns

/** The turn that an attribution was made of. */
export const turnWith = (document: Document, attribution: string): Turn | undefined =>
  knownOf(document).byId.get(attribution)

function nested(document: Document): OwnTurn[] {
  const {
    info: { id },
    blocks,
  } = document
  const turns = withoutClosing(document.turns ?? [], document)
  const [from, to] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0]
  const sorted = turns
    .map((turn) => ({ ...turn, start: Math.max(turn.start, from), end: Math.min(turn.end, to) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const out: OwnTurn[] = []
  const open: number[] = []
  sorted.forEach((turn, i) => {
    while (open.length > 0 && out[open.at(-1)!]!.end <= turn.start) open.pop()
    const outer = open.at(-1) ?? null
    if (outer !== null && !contains(out[outer]!, turn)) return
    // A mail that is nothing but a quotation has two turns in one place
    const before = sorted[i - 1]
    const again = before?.start === turn.start && before.end === turn.end
    open.push(out.length)
    out.push({ ...turn, id: idOf(again ? `${id} ${i}` : id, 'turn', turn.start, turn.end), within: outer })
  })
  return out
}

interface Given {
  readonly attributions: readonly Attribution[]
  readonly sourceKinds: Readonly<Record<string, SourceKind>>
}

/**
 * `given` with an attribution for each turn: its content is the turn, its source the speaker's name where the text has it, its
 * cue the colon after it. An attribution that stands in no other stands within the turn that holds its words.
 */
export function withTurns(document: Document, given: Given, mentions: readonly Mention[]): Given {
  const turns = turnsOf(document)
  if (turns.length === 0) return given
  const spoken = turns.map((turn): Attribution => ({
    id: turn.id,
    source: turn.named ? [turn.named] : [],
    cue: cueOf(turn, document.info.text),
    content: [{ start: turn.start, end: turn.end }],
    speaker: turn.named ? speakerAt(turn.named, mentions) : null,
    manner: 'direct',
    stance: 'asserts',
    within: turn.within === null ? null : turns[turn.within]!.id,
  }))
  const holding = innermost(turns)
  const inside = withoutLabels(given.attributions, turns).map((a): Attribution => {
    if (a.within !== null) return a
    const at = (a.cue[0] ?? a.content[0] ?? a.source[0])?.start
    return at === undefined ? a : { ...a, within: holding(at)?.id ?? null }
  })
  const attributions = [...spoken, ...inside]
  const kinds = spoken.map((a, i): [string, SourceKind] => [a.id, kindOf(turns[i]!, a.speaker !== null)])
  return { attributions, sourceKinds: { ...given.sourceKinds, ...Object.fromEntries(kinds) } }
}

/** Without what was read from a label itself ("A: Never"), which the turn says already. */
function withoutLabels(attributions: readonly Attribution[], turns: readonly OwnTurn[]): Attribution[] {
  const labels = new Set(turns.flatMap(({ named }) => (named ? [named.start] : [])))
  const isLabel = ({ source, cue }: Attribution): boolean => {
    const [first] = source.length > 0 ? source : cue
    return first !== undefined && labels.has(first.start)
  }
  const gone = new Map(attributions.filter(isLabel).map((a) => [a.id, a.within]))
  if (gone.size === 0) return [...attributions]
  const outside = (id: string | null): string | null => {
    let at = id
    while (at !== null && gone.has(at)) at = gone.get(at)!
    return at
  }
  return attributions.filter((a) => !gone.has(a.id)).map((a) => ({ ...a, within: outside(a.within) }))
}

/** The colon after the label, as after a headline's speaker. */
function cueOf({ named, start }: Turn, text: string): Span[] {
  if (!named) return []
  const [between] = /^[^\S\n]*(?=:)/.exec(text.slice(named.end, start)) ?? []
  return between === undefined
    ? []
    : [{ start: named.end + between.length, end: named.end + between.length + 1 }]
}

/** The innermost turn at a place. */
export function innermost(turns: readonly OwnTurn[]): (at: number) => OwnTurn | null {
  return (at) => {
    let [low, high] = [0, turns.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (turns[middle]!.start <= at) low = middle + 1
      else high = middle
    }
    // The last that begins before it, or one of those that hold that
    for (let i: number | null = low - 1; i !== null && i >= 0; i = turns[i]!.within)
      if (turns[i]!.end > at) return turns[i]!
    return null
  }
}

function speakerAt(named: { start: number; end: number }, mentions: readonly Mention[]): string | null {
  const [low, high] = [named.start, named.end]
  const there = mentions.filter((m) => m.start < high && m.end > low && m.entity !== null)
  const exact = there.find((m) => m.start === low && m.end === high) ?? there.find((m) => m.form === 'name')
  return (exact ?? there[0])?.entity ?? null
}

/** Labels that tell one speaker from another and name nobody. */
const NAMELESS =
  /^(?:q|a|speaker ?\d*|unknown|unidentified.*|(?:fe)?male(?: voice)?|voice ?\d*|man ?\d*|woman ?\d*|person ?\d*|caller ?\d*|\+?[\d\s().-]+)\.?$/i
const ROLE =
  /^(?:the )?(?:host|presenter|anchor|announcer|moderator|interviewer|interviewee|reporter|narrator|operator|chair(?:man|woman|person)?|president|speaker|witness|counsel|court|clerk|prosecutor|judge|commissioner|defendant|guest|audience|translator|interpreter|staff|admin)$/i

/** True for a label that is the name of somebody. */
export const isNamed = (speaker: string): boolean =>
  /\p{L}{2}/u.test(speaker) && !NAMELESS.test(speaker) && !ROLE.test(speaker) && !speaker.includes('@')

function kindOf({ speaker }: Turn, known: boolean): SourceKind {
  if (ROLE.test(speaker)) return 'role'
  return known || isNamed(speaker) ? 'named' : 'unnamed'
}
