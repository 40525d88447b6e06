/**
 * Facts of 15 properties against KnowledgeNet (Mesquita et al. 2019), through the same reading as everything else:
 * passage → reading → claims with a property → facts.
 *
 * What counts, after the set's own evaluator:
 * - A passage is exhaustively marked for the properties it lists; facts of others found in it are neither right nor wrong.
 * - Coreferent mentions are rows of their own ("Brock", "he"), so a claim is a fact for every pair of mentions that its two
 *   terms corefer with in the passage, in both directions for spouses.
 * - `overlap` (the evaluator's `span_overlap`, the published "Text F1"): same property and both spans share a character.
 *   A gold row that some prediction meets is found; a prediction that meets no gold row, nor another that does, is wrong.
 * - `text` (stricter, and even between long and short chains of mentions): a fact is a property with two strings; rows and
 *   predictions alike are taken once for each such triple of a passage, and must be equal.
 * Negative claims are no facts, nor are those whose certainty is unknown, nor those about somebody the passage does not
 * name ("their two children").
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { propertyNamed } from '../src/read/properties/properties.js'
import type { Claim, Mention, Term } from '../src/schema/reading.js'
import type { Span } from '../src/schema/span.js'
import { overlaps } from '../src/text/spans.js'

export interface Fact {
  readonly property: string
  readonly subject: Span
  readonly object: Span
}

export interface Passage {
  readonly text: string
  /** The properties it is marked for. */
  readonly marked: ReadonlySet<string>
  readonly facts: readonly Fact[]
}

export type Read = (text: string) => Promise<{ claims: readonly Claim[]; mentions: readonly Mention[] }>

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Gold facts. */
  readonly facts: number
}

/** Our properties under KnowledgeNet's names. */
export const NAMES: Readonly<Record<string, string>> = {
  ceo: 'CEO',
  birthDate: 'DATE_OF_BIRTH',
  birthPlace: 'PLACE_OF_BIRTH',
  deathDate: 'DATE_OF_DEATH',
  foundingDate: 'DATE_FOUNDED',
  founder: 'FOUNDED_BY',
  parent: 'CHILD_OF',
  spouse: 'SPOUSE',
  educatedAt: 'EDUCATED_AT',
  employer: 'EMPLOYEE_OR_MEMBER_OF',
  memberOf: 'EMPLOYEE_OR_MEMBER_OF',
  headquarters: 'HEADQUARTERS',
  nationality: 'NATIONALITY',
  residence: 'PLACE_OF_RESIDENCE',
  politicalParty: 'POLITICAL_AFFILIATION',
  parentOrganization: 'SUBSIDIARY_OF',
}

/** The passages of the folds given; null where the set is not there. Offsets become UTF-16 units of the passage. */
export function loadKnowledgeNet(data: string, folds: readonly number[]): Passage[] | null {
  const file = join(data, 'knowledgenet/facts.tsv')
  if (!existsSync(file)) return null
  const passages = new Map<string, { text: string; marked: Set<string>; facts: Fact[] }>()
  for (const row of rows(readFileSync(file, 'utf8')).slice(1)) {
    const [fold, doc, start, , sStart, sEnd, oStart, oEnd, property, text] = row
    if (!folds.includes(Number(fold)) || text === undefined || property === undefined) continue
    const key = `${doc} ${start}`
    const passage = passages.get(key) ?? { text, marked: new Set<string>(), facts: [] }
    passages.set(key, passage)
    passage.marked.add(property)
    if (sStart === '-') continue
    const at = unitsOf(text, Number(start))
    passage.facts.push({
      property,
      subject: { start: at(sStart), end: at(sEnd) },
      object: { start: at(oStart), end: at(oEnd) },
    })
  }
  return [...passages.values()]
}

/** Tab-separated rows with quoted cells. */
function rows(source: string): string[][] {
  const out: string[][] = []
  for (const line of source.split(/\r?\n/)) {
    if (line === '') continue
    out.push(
      line.split('\t').map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    )
  }
  return out
}

/** Offsets of the file (code points of the document) → UTF-16 units of the passage. */
function unitsOf(text: string, start: number): (offset: string | undefined) => number {
  const units: number[] = []
  let unit = 0
  for (const char of text) {
    units.push(unit)
    unit += char.length
  }
  return (offset) => units[Number(offset) - start] ?? unit
}

/** The facts that claims state, one for each pair of coreferent mentions. */
export function factsOf(claims: readonly Claim[], mentions: readonly Mention[]): Fact[] {
  const out = new Map<string, Fact>()
  for (const claim of claims) {
    const property = claim.property === null ? undefined : NAMES[claim.property]
    if (!property || claim.object === null || claim.polarity === 'negative' || claim.certainty === 'unknown')
      continue
    const merged = claim.subject.entity !== undefined && claim.subject.entity === claim.object.entity
    for (const subject of merged ? [claim.subject] : spansOf(claim.subject, mentions))
      for (const object of merged ? [claim.object] : spansOf(claim.object, mentions)) {
        add({ property, subject, object })
        if (propertyNamed(claim.property!)?.symmetric) add({ property, subject: object, object: subject })
      }
  }
  return [...out.values()]

  function add(fact: Fact): void {
    out.set(
      `${fact.property} ${fact.subject.start}-${fact.subject.end} ${fact.object.start}-${fact.object.end}`,
      fact,
    )
  }
}

/** The mentions of what the term names and the places named inside it ("the town of Oran, Algeria"); none where it names nothing. */
function spansOf(term: Term, mentions: readonly Mention[]): Span[] {
  const inside = (m: Mention): boolean => m.start >= term.start && m.end <= term.end
  const named = mentions.filter(
    (m) => term.entity !== undefined && m.entity === term.entity && m.form !== 'nominal',
  )
  const isPlace =
    mentions.some((m) => m.type === 'Place' && m.start === term.start && inside(m)) ||
    named.some((m) => m.type === 'Place')
  const places = isPlace ? mentions.filter((m) => m.type === 'Place' && m.form === 'name' && inside(m)) : []
  if (named.length + places.length > 0) return [...named, ...places]
  return names(term, mentions) ? [term] : []
}

/** A pronoun, a name, a time or number; not "their two children" or "the wife of Tom". */
function names(term: Term, mentions: readonly Mention[]): boolean {
  if (mentions.some((m) => m.form === 'pronoun' && m.start === term.start && m.end === term.end)) return true
  if (term.time !== undefined) return true
  const nominal = mentions.some((m) => m.form === 'nominal' && m.start === term.start)
  return !nominal && /[\p{Lu}\p{N}]/u.test(term.text)
}

const meets = (a: Fact, b: Fact): boolean =>
  a.property === b.property && overlaps(a.subject, b.subject) && overlaps(a.object, b.object)

export interface Tally {
  found: number
  missed: number
  wrong: number
}

/** Counts one passage the evaluator's way. */
export function countOverlap(
  passage: Passage,
  predicted: readonly Fact[],
  add: (property: string, what: keyof Tally) => void,
): void {
  const matched = new Set<Fact>()
  for (const gold of passage.facts) {
    const met = predicted.filter((p) => meets(gold, p))
    for (const p of met) matched.add(p)
    add(gold.property, met.length > 0 ? 'found' : 'missed')
  }
  for (const p of predicted)
    if (passage.marked.has(p.property) && !matched.has(p) && ![...matched].some((m) => meets(m, p)))
      add(p.property, 'wrong')
}

/** Counts one passage by strings. */
export function countText(
  passage: Passage,
  predicted: readonly Fact[],
  add: (property: string, what: keyof Tally) => void,
): void {
  const part = (s: Span): string => passage.text.slice(s.start, s.end).trim()
  const key = (f: Fact): string => JSON.stringify([f.property, part(f.subject), part(f.object)])
  const gold = new Map(passage.facts.map((f) => [key(f), f.property]))
  const ours = new Map(
    predicted.filter((f) => passage.marked.has(f.property)).map((f) => [key(f), f.property]),
  )
  for (const [k, property] of gold) add(property, ours.has(k) ? 'found' : 'missed')
  for (const [k, property] of ours) if (!gold.has(k)) add(property, 'wrong')
}

export interface Result {
  readonly passages: number
  readonly overlap: Score
  readonly text: Score
  readonly byProperty: Readonly<Record<string, Score>>
}

/** Reads every passage and counts. `each` sees what was predicted, for looking at errors on the folds for development. */
export async function measureKnowledgeNet(
  passages: readonly Passage[],
  read: Read,
  each?: (passage: Passage, predicted: readonly Fact[], claims: readonly Claim[]) => void,
): Promise<Result> {
  const overlap = new Map<string, Tally>()
  const text = new Map<string, Tally>()
  for (const passage of passages) {
    const { claims, mentions } = await read(passage.text)
    const predicted = factsOf(claims, mentions)
    countOverlap(passage, predicted, adder(overlap))
    countText(passage, predicted, adder(text))
    each?.(passage, predicted, claims)
  }
  return {
    passages: passages.length,
    overlap: scoreOf([...overlap.values()]),
    text: scoreOf([...text.values()]),
    byProperty: Object.fromEntries(
      [...overlap].sort().map(([property, tally]) => [property, scoreOf([tally])]),
    ),
  }
}

const adder =
  (tallies: Map<string, Tally>) =>
  (property: string, what: keyof Tally): void => {
    const tally = tallies.get(property) ?? { found: 0, missed: 0, wrong: 0 }
    tally[what]++
    tallies.set(property, tally)
  }

/** Micro precision, recall and F1 over the tallies. */
export function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (what: keyof Tally): number => tallies.reduce((n, t) => n + t[what], 0)
  const found = sum('found')
  const precision = found / Math.max(1, found + sum('wrong'))
  const recall = found / Math.max(1, found + sum('missed'))
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    facts: found + sum('missed'),
  }
}
