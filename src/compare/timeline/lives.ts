/** The life of every body of a case, as its documents tell it. */
import { bounded, interval } from '../alike.js'
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { datesOf, type Dated } from './dates.js'
import { factsOf, officeOf, type Fact, type Post, type Tenure } from './facts.js'
import { dayOf, isSignature, paperOf, type Paper } from './papers.js'
import { peopleOf, type Occurrence, type People } from './people.js'
import { manifestIn, placesOf, sitesIn, staysOf, type Stay } from './stays.js'

export interface Act extends Fact {
  readonly official: boolean
  /** The office in which it was done; null where the sentence gives none. */
  readonly post: Post | null
}

export interface Lives {
  readonly people: People
  readonly deaths: readonly Fact[]
  readonly births: readonly Fact[]
  readonly tenures: readonly Tenure[]
  readonly acts: readonly Act[]
  readonly stays: readonly Stay[]
  readonly datesOf: (p: Passage) => readonly Dated[]
}

const QUESTION = /\?["”’']?\s*$/
/** Of whom an autopsy, an inquest or a certificate of death is. */
const DECEASED =
  /^\W*(?:(?:name of )?(?:the )?deceased\b|(?:record of (?:the )?)?(?:inquest|inquiry) (?:into|touching) the death of|(?:certificate|register) of death)[^.;]{0,60}$/i
const HEREBY =
  /\b(?:hereby|undersigned|before me|in (?:my|our) presence|represented by|acting through|on the application of)\b/i
/** Speaks of somebody's death or birth. */
export const OF_DEATH = /\b(?:die[ds]?|dead|death|funeral|buri(?:ed|al)|body|born)\b/i
const UNDERSIGNED = /\bundersigned,? (?:(?:mr|mrs|ms|dr)\.? )?$/i

/** What the sentences of a case tell of each body. Linear in the case, but for looking up names. */
export function livesOf(passages: Passages): Lives {
  const people = peopleOf(passages)
  const places = placesOf(passages)
  const days = new Map<Passage, readonly Dated[]>()
  const [deaths, births, tenures, acts, stays] = [[], [], [], [], []] as [
    Fact[],
    Fact[],
    Tenure[],
    Act[],
    Stay[],
  ]
  for (const card of passages.context.cards.values()) {
    const list = card.passages ?? []
    const texts = list.map(({ evidence }) => evidence.text)
    const published = card.published === null ? null : dayOf(card.published)
    const rough = datesOf(texts.slice(0, 8), published)
    const written = published ?? rough.flat().find((d) => d.first === d.last)?.first ?? null
    const dates = datesOf(texts, written).map((own, i) => (own.length > 0 ? own : readerDay(list[i]!)))
    const paper = paperOf(card, dates)
    const deceased =
      list
        .flatMap((p) => people.in(p).filter((o) => DECEASED.test(p.evidence.text.slice(0, o.at))))
        .find((o) => o.named)?.body ?? null
    for (const [i, p] of list.entries()) {
      days.set(p, dates[i]!)
      if (QUESTION.test(p.evidence.text) || passages.corrects(p)) continue
      const own =
        dates[i]!.length === 0 && POINTS_BACK.test(p.evidence.text) ? backIn(dates[i - 1]) : dates[i]!
      births.push(...birthInForm(p, dates[i]!, people, passages))
      for (const o of people.in(p)) {
        const facts = factsOf(p, o, own)
        births.push(...facts.births)
        tenures.push(...facts.tenures)
        if (o.named || deathIsMeant(p, o, people, passages)) deaths.push(...facts.deaths)
        else if (deceased !== null && facts.deaths.length > 0)
          deaths.push(...facts.deaths.map((d) => ({ ...d, body: deceased })))
        stays.push(...staysOf(p, o, dates[i]!, places))
        const post = officeOf(p, o)
        acts.push(...facts.acts.map((act) => ({ ...act, post })))
        acts.push(...paperActs(p, o, post, paper, passages))
        stays.push(...signedAt(p, o, paper, passages, places))
      }
      stays.push(...manifestIn(p, dates[i]!, people.in(p), bodyBefore(p, people, passages)))
    }
  }
  return { people, deaths, births, tenures, acts, stays, datesOf: (p) => days.get(p) ?? [] }
}

/** The one day that the reader found where the words of none are known here. */
function readerDay(p: Passage): readonly Dated[] {
  const [time] = p.times
  const read = p.times.length === 1 && !time!.includes('?') ? interval(time!) : null
  return read && bounded(read)
    ? [{ at: 0, end: 0, border: null, first: read.earliest, last: read.latest }]
    : []
}

/** The one day of the sentence before, as if at the head of this. */
function backIn(dates: readonly Dated[] | undefined): readonly Dated[] {
  const days = (dates ?? []).filter((d) => d.border === null)
  return days.length === 1 ? [{ ...days[0]!, at: 0, end: 0 }] : []
}
const POINTS_BACK =
  /\b(?:signed|certified|approved|issued|accepted|countersigned|witnessed|sold|handed|sent|chaired|attended|opened) (?:it|this|them)\b|^\W*(?:it|this)\b|\bthere\b|\bthen\b/i

const BORN_LINE = /^\W*(?:date of birth|born|d\.? ?o\.? ?b\.?)(?: on)?:? /i
const NAME_LINE =
  /\b(?<part>family|given|first|last|full|sur|christian)?[ -]?names?:\s*(?<name>[\p{L} '’-]+)/iu
/** Of a form ('Family name: …, Given name: …, Date of birth: …') the name in the lines before. */
function birthInForm(p: Passage, dates: readonly Dated[], people: People, { beside }: Passages): Fact[] {
  const [day] = dates
  if (!day || !BORN_LINE.test(p.evidence.text)) return []
  const parts: string[] = []
  for (let by = -8; by < 0; by++) {
    const { part, name } = NAME_LINE.exec(beside(p, by)?.evidence.text ?? '')?.groups ?? {}
    if (name !== undefined) parts[/^(?:family|last|sur)$/i.test(part ?? '') ? 1 : 0] = name.trim()
  }
  const body = people.bodyOf(parts.filter(Boolean).join(' '))
  return body === null ? [] : [{ body, first: day.first, last: day.last, passages: [p], marks: [] }]
}

/** 'He died': of whom the sentence before tells that he was born, or dead. */
function deathIsMeant(p: Passage, o: Occurrence, people: People, passages: Passages): boolean {
  if (people.in(p).some((x) => x.named && x.body === o.body)) return true
  const before = passages.beside(p, -1)
  return before !== null && OF_DEATH.test(before.evidence.text) && people.in(before)[0]?.body === o.body
}

const bodyBefore = (p: Passage, people: People, { beside }: Passages): string | null => {
  const before = beside(p, -1)
  return before ? (people.in(before).find((o) => !o.possessive)?.body ?? null) : null
}

/** What a contract, permit or record does on its day: signing, standing for somebody, selling hereby. */
function paperActs(p: Passage, o: Occurrence, post: Post | null, paper: Paper, passages: Passages): Act[] {
  if (!paper.deed || paper.day === null || o.possessive || !o.named) return []
  const { text } = p.evidence
  const signed = isSignature(p, o, paper, passages)
  const near = text.slice(Math.max(0, o.at - 70), o.at)
  if (!signed && !UNDERSIGNED.test(near) && !HEREBY.test(near)) return []
  const evidence = paper.dayLine && paper.dayLine !== p ? [p, paper.dayLine] : [p]
  return [
    {
      body: o.body,
      first: paper.day,
      last: paper.day,
      passages: evidence,
      marks: o.marks,
      official: true,
      post,
    },
  ]
}

function signedAt(
  p: Passage,
  o: Occurrence,
  paper: Paper,
  passages: Passages,
  places: ReadonlyMap<string, string>,
): Stay[] {
  if (!paper.made || paper.day === null || paper.dayLine === null || !isSignature(p, o, paper, passages))
    return []
  const { text } = paper.dayLine.evidence
  const [site] = sitesIn(text, 0, text.length, places)
  if (!site || site.key === null) return []
  return [
    {
      body: o.body,
      first: paper.day,
      last: paper.day,
      passages: [p, paper.dayLine],
      marks: o.marks,
      site,
      voice: '',
      dated: true,
      passing: false,
    },
  ]
}
