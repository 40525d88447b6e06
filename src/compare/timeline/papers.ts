/** Papers that are acts themselves: when and where a contract, permit or record was made, and who put a name under it. */
import { dayNumber } from '../../schema/day.js'
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import type { Card } from '../statement.js'
import type { Dated } from './dates.js'
import type { Occurrence } from './people.js'

export interface Paper {
  /** The day that it bears, and the line that says so; null where it bears none. */
  readonly day: number | null
  readonly dayLine: Passage | null
  /** Made at a place, by its own words ('done at'): those who sign were there. */
  readonly made: boolean
  /** It is itself what it tells of: no newspaper, no mail, no talk. */
  readonly deed: boolean
  /** The first line that stands under it. */
  readonly foot: number
}

const MADE =
  /\b(?:done|made|signed|executed|given|drawn up|concluded|entered into|issued|sworn|declared|subscribed|witnessed|recorded)(?: and (?:signed|sealed|dated|delivered))?(?: (?:in duplicate|by the parties|under my hand|before me))?,? (?:at|in) (?:the (?:city|town|village) of )?\p{Lu}/iu
const HEAD_LINE =
  /^\W*(?:\p{Lu}[\p{L}’'-]+(?: \p{Lu}?[\p{L}’'-]+){0,3}, )?(?:the |on |dated |date:? )?[\d\p{L}]/iu
/** What papers call themselves at their head. */
const NAMED =
  /\b(?:agreement|contract|permit|licen[cs]e|certificate|record|protocol|deed|lease|bill of sale|receipt|note|order|minutes|decree|resolution|power of attorney|declaration|affidavit|undertaking|invoice|log|statement|letter|attestation|authori[sz]ation|report|notice|warrant|memorandum)\b/i
const TALK: ReadonlySet<string> = new Set(['transcript', 'chat', 'mail', 'account'])
const SHORT = 130
const TOP = 8

/** What a document is as an act. `dates` are those of its sentences. */
export function paperOf(card: Card, dates: readonly (readonly Dated[])[]): Paper {
  const list = card.passages ?? []
  const single = (i: number): number | null => {
    const days = (dates[i] ?? []).filter((d) => d.first === d.last && d.border === null)
    return days.length === 1 ? days[0]!.first : null
  }
  const made = list.findIndex(
    (p, i) => MADE.test(p.evidence.text) && p.evidence.text.length < SHORT && single(i) !== null,
  )
  const top = list
    .slice(0, TOP)
    .findIndex((p, i) => p.evidence.text.length < 80 && HEAD_LINE.test(p.evidence.text) && single(i) !== null)
  const tail = list.findIndex(
    (p, i) => i >= list.length - 4 && p.evidence.text.length < 60 && single(i) !== null,
  )
  const line = made >= 0 ? made : top >= 0 ? top : tail
  const head = list.slice(0, 5).some((p) => p.evidence.text.length < SHORT && NAMED.test(p.evidence.text))
  return {
    day: line >= 0 ? single(line) : card.published ? dayOf(card.published) : null,
    dayLine: line >= 0 ? list[line]! : null,
    made: made >= 0,
    deed:
      !TALK.has(card.kind) &&
      (made >= 0 || (card.kind !== 'press' && card.kind !== 'court') || (head && line >= 0)),
    foot: Math.max(Math.floor(list.length / 2), 1),
  }
}

/** The day of an EDTF day; null for a month or a year. */
export function dayOf(edtf: string): number | null {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)/.exec(edtf) ?? []
  return y === undefined ? null : dayNumber(Number(y), Number(m), Number(d))
}

const UNDER =
  /^\W*(?:(?:for|on behalf of|signed(?: for)?|signature|seen|read|approved|received|by|per|witness(?:es|ed by)?|before me|countersigned|certified|attested)\b[^.;]{0,70}?:?|[\p{L} ]{2,40}:)?\W*$/iu
/** Fields of a form name whom it is about. */
const FIELD =
  /\b(?:name|father|mother|spouse|born|birth|address|subject|to|from|re|cc|attn|deceased|accused|defendant|claimant|plaintiff|patient|owner|player|pupil|interpreter|concerning|about|dear)\b[^:]{0,20}:? ?$/i
const ENDS = /^(?:\W*|,?\s[\p{L}’'.,\s-]{0,70}|\s*\([^)]{0,40}\))$/u
const VERBAL =
  /\b(?:is|was|are|were|has|have|had|will|shall|that|said|says|told|which|who|contact|copies?|copy)\b/i

/** A line under a paper that is a name, with an office or a role beside it. */
export function isSignature(p: Passage, o: Occurrence, paper: Paper, { beside }: Passages): boolean {
  const { text } = p.evidence
  if (!o.named || text.length > SHORT || VERBAL.test(text)) return false
  const last = beside(p, 1) === null || beside(p, 2) === null || beside(p, 4) === null
  if (p.sentence < paper.foot && !last) return false
  return !FIELD.test(text.slice(0, o.at)) && UNDER.test(text.slice(0, o.at)) && ENDS.test(text.slice(o.end))
}
