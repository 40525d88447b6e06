/** Who is spoken of where: names, initials, offices, 'he', 'she' and 'I' of a whole case, each as one body. */
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { fold } from '../words/content.js'
import { fits, HEADS, mayBeOne, MEN, namesIn, RUN, runAt, WOMEN, type Found, type Name } from './names.js'

/** A place in a sentence where a body is spoken of. */
export interface Occurrence {
  readonly body: string
  readonly at: number
  /** Exclusive. */
  readonly end: number
  /** 'Their', 'Lind’s': what belongs to the body, not the body. */
  readonly possessive: boolean
  /** Written as a name, not as a pronoun or an office. */
  readonly named: boolean
  /** Folded titles and offices right before the name. */
  readonly marks: readonly string[]
}

export interface People {
  readonly in: (p: Passage) => readonly Occurrence[]
  /** Bodies that share a name with another one: father and son. */
  readonly namesakes: ReadonlySet<string>
  readonly nameOf: (body: string) => string
  /** Whom a name alone means; null where several bear it. */
  readonly bodyOf: (name: string) => string | null
}

const YOUNG = /^,? ?(?:junior|jr\b|the younger|the (?:\w+ )?son\b)/i
const YOUNG_BEFORE = /\b(?:his|her|their|the) (?:\w+ )?(?:son|grandson|nephew),? $/i
const OLD_AFTER = /^,? ?(?:senior|sr\b|the elder|the father)/i
const SAME_NAME =
  /\b(?:same name|namesakes?|no relation|bears? (?:my|his|her|their) name|bore (?:my|his|her|their) name|named after|not to be confused|not (?:even )?related)\b/i
const BACK = 3

/** Every body of a case. Near-linear: names are looked up by their last word. */
export function peopleOf(passages: Passages): People {
  const byName = new Map<string, string>()
  const bodies = new Map<string, Name[]>()
  const bySurname = new Map<string, Set<string>>()
  const shown = new Map<string, string>()
  const add = (body: string, name: Name, text: string): void => {
    byName.set([...name.given, name.surname].join(' '), body)
    bodies.set(body, [...(bodies.get(body) ?? []), name])
    bySurname.set(name.surname, (bySurname.get(name.surname) ?? new Set()).add(body))
    if ((shown.get(body)?.length ?? 0) < text.length) shown.set(body, text)
  }
  const genders = new Map<string, 'he' | 'she'>()
  const publishers = new Set(
    [...passages.context.cards.values()].map((c) => fold(c.publisher ?? '').replace(/^the /, '')),
  )
  for (const p of passages.all)
    for (const one of p.people) {
      const run = runAt(p.evidence.text, one.at)
      if (!run || run.given.length === 0 || run.organisation || publishers.has(run.full.join(' '))) continue
      if (run.given.every((g) => g.length === 1)) continue
      const key = [...run.given, run.surname].join(' ')
      const joined = one.entity !== null && (bodies.get(one.entity) ?? []).every((n) => mayBeOne(run, n))
      const body = byName.get(key) ?? (joined ? one.entity : key)
      if (!byName.has(key)) add(body, run, run.text)
      if (run.titles.some((t) => MEN.has(t))) genders.set(body, 'he')
      if (run.titles.some((t) => WOMEN.has(t))) genders.set(body, 'she')
    }
  const fittingOf = (found: Found): string[] => {
    const gender = found.titles.some((t) => MEN.has(t))
      ? 'he'
      : found.titles.some((t) => WOMEN.has(t))
        ? 'she'
        : null
    return [...bySurname.get(found.surname)!].filter(
      (b) =>
        (gender === null || (genders.get(b) ?? gender) === gender) &&
        bodies.get(b)!.some((n) => fits(found, n)),
    )
  }
  const namesakes = new Set<string>()
  const offices = new Map<string, Office>()
  const own = new Map<Passage, Occurrence[]>()
  const lastOf = new Map<string, string>()
  for (const p of passages.all) {
    const list: Occurrence[] = []
    const text = p.evidence.text
    for (const match of text.matchAll(RUN))
      for (const found of namesIn(match[0], match.index, bySurname)) {
        const key = `${p.document} ${found.surname}`
        const fitting = fittingOf(found)
        const entity = p.people.find((one) => one.at >= found.at && one.at < found.end)?.entity
        const body =
          fitting.find((b) => b === entity) ??
          (fitting.length === 1 ? fitting[0]! : (fitting.find((b) => b === lastOf.get(key)) ?? `${key} ?`))
        if (found.given.some((g) => g.length > 1)) lastOf.set(key, body)
        const after = text.slice(found.end, found.end + 30)
        const before = text.slice(Math.max(0, found.at - 40), found.at)
        const young = YOUNG.test(after) || YOUNG_BEFORE.test(before)
        if (YOUNG.test(after) || OLD_AFTER.test(after)) namesakes.add(body)
        if (SAME_NAME.test(text)) namesakes.add(body)
        const marks = marksOf(before, after, found.titles)
        for (const mark of marks) {
          if (MEN.has(mark)) genders.set(body, 'he')
          if (WOMEN.has(mark)) genders.set(body, 'she')
          if (!HEADS.has(mark) || young) continue
          const of = offices.get(mark) ?? {
            bodies: new Set<string>(),
            byDocument: new Map<string, Set<string>>(),
          }
          of.bodies.add(body)
          of.byDocument.set(p.document, (of.byDocument.get(p.document) ?? new Set<string>()).add(body))
          offices.set(mark, of)
        }
        list.push({
          body: young ? `${body} the younger` : body,
          at: found.at,
          end: found.end,
          possessive: /^['’]s?\b/.test(after) || /['’]s?$/.test(text.slice(found.at, found.end)),
          named: true,
          marks,
        })
      }
    own.set(p, list)
  }
  const bodyOfName = (name: string): string | null => {
    for (const match of name.matchAll(RUN))
      for (const found of namesIn(match[0], 0, bySurname)) {
        const fitting = fittingOf(found)
        if (fitting.length === 1) return fitting[0]!
      }
    return null
  }
  const all = new Map<Passage, readonly Occurrence[]>()
  const complete = (p: Passage): readonly Occurrence[] => {
    const known = all.get(p)
    if (known) return known
    const list = [...own.get(p)!, ...officesIn(p, own.get(p)!, offices)].sort((a, b) => a.at - b.at)
    const speaker = /\bI\b/.test(p.evidence.text)
      ? bodyOfName(passages.context.nameOf(p.voice) || p.voice || passages.cardOf(p).author?.name || '')
      : null
    for (const match of p.evidence.text.matchAll(/\b(?:[Hh]e|[Ss]he|I)\b/g)) {
      const word = match[0].toLowerCase()
      const body = word === 'i' ? speaker : antecedent(p, match.index, word as 'he' | 'she', list)
      if (body !== null)
        list.push({
          body,
          at: match.index,
          end: match.index + match[0].length,
          possessive: false,
          named: false,
          marks: [],
        })
    }
    list.sort((a, b) => a.at - b.at)
    all.set(p, list)
    return list
  }
  const antecedent = (
    p: Passage,
    at: number,
    word: 'he' | 'she',
    here: readonly Occurrence[],
  ): string | null => {
    const could = ({ body, possessive }: Occurrence): boolean =>
      !possessive && (genders.get(body) ?? word) === word
    const inside = here.filter((o) => o.end <= at && could(o))
    if (inside.length > 0) return inside[0]!.body
    for (let by = -1; by >= -BACK; by--) {
      const before = passages.beside(p, by)
      if (!before) return null
      const found = (all.get(before) ?? own.get(before)!).filter(could)
      if (found.length > 0) return found[0]!.body
    }
    return null
  }
  for (const p of passages.all) complete(p)
  return {
    in: (p) => all.get(p) ?? [],
    namesakes,
    nameOf: (body) => shown.get(body) ?? body,
    bodyOf: bodyOfName,
  }
}

const BEFORE_NAME = /([\p{L}-]+)(?: (?:of|for) (?:the )?[\p{L} ]{2,30})?,? (?:(?:mr|mrs|ms|dr)\.? )?$/iu
const AFTER_NAME =
  /^(?:,| \(| –| -)? ?(?:\d\d, )?(?:the |an? |its |their |our |former |acting )*((?:[\p{L}-]+ ){0,3}?[\p{L}-]+)/u

/** Titles and offices beside a name. */
function marksOf(before: string, after: string, titles: readonly string[]): string[] {
  const out = [...titles]
  const left = BEFORE_NAME.exec(before)?.[1]
  if (left && HEADS.has(fold(left))) out.push(fold(left))
  for (const word of (AFTER_NAME.exec(after)?.[1] ?? '').split(' ')) {
    const plain = fold(word).split('-').at(-1)!
    if (HEADS.has(plain)) out.push(plain)
  }
  for (const word of fold(before)
    .split(/[^\p{L}-]+/u)
    .slice(-4))
    if (HEADS.has(word)) out.push(word)
  return [...new Set(out)]
}

/** Who is called by an office: in the case, and in each document. */
interface Office {
  readonly bodies: Set<string>
  readonly byDocument: Map<string, Set<string>>
}

const THE_OFFICE = /\b[Tt]he ((?:[\p{Ll}-]+ ){0,2}?)(\p{L}+)\b(?! (?:of|for) )/gu
/** 'The ranger' of a case, or of a document, that has one. */
function officesIn(
  p: Passage,
  named: readonly Occurrence[],
  offices: ReadonlyMap<string, Office>,
): Occurrence[] {
  const out: Occurrence[] = []
  for (const { index, 0: text, 1: more, 2: head } of p.evidence.text.matchAll(THE_OFFICE)) {
    const of = offices.get(fold(head!))
    if (!of || /\b(?:former|ex|late|new|old|other|vice|deputy|acting)\b/.test(more ?? '')) continue
    const here = of.byDocument.get(p.document)
    const [body] = here?.size === 1 ? here : of.bodies.size === 1 ? of.bodies : []
    const end = index + text.length
    // An office right before its name stands there already.
    if (body === undefined || named.some((o) => o.at - end >= 0 && o.at - end < 30 && o.body === body))
      continue
    out.push({
      body,
      at: index,
      end,
      possessive: /^['’]s/.test(p.evidence.text.slice(end)),
      named: false,
      marks: [fold(head!)],
    })
  }
  return out
}
