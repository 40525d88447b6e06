/** Where a paper or a person takes back what they said: the sentence that does so, and the words that are meant. */
import { contentWords } from '../words/content.js'
import type { Passages } from './index.js'
import type { Passage } from './passage.js'

export interface Retraction {
  /** What is taken back, in words that affirm it. */
  readonly said: string
  /** The sentence of the same document that repeats it, where there is one. */
  readonly repeats: Passage | null
  /** The sentence that takes it back, and how it goes on. */
  readonly by: readonly Passage[]
}

const SAYER =
  '(?:we|I|this (?:news)?(?:paper|portal|agency|site|station|magazine|blog|programme|channel)|our (?:articles?|reports?|story|stories|newspaper|paper|portal|podcast|correspondent|reporter|programme))'
const SAID =
  '(?:said|says|wrote|written|reported|told|stated|published|printed|repeated|claimed|attributed|suggested|announced|quoted|referred|posted|broadcast|testified|declared|alleged|spoke|called)'
const NOT_THIS_TIME = '(?:(?:also|then|had|have|once|wrongly|even|further|mistakenly|incorrectly) ){0,3}'
const REPEATED = new RegExp(`\\b${SAYER} ${NOT_THIS_TIME}${SAID}\\b`, 'i')
const WITHDRAWN =
  /\b(?:withdraws?|withdrew|withdrawn|retracts?|retracted|recants?|recanted|disowns?|disavows?) (?:it|this|that|them|these|all (?:of )?(?:it|this|that)|(?:the|our|my|his|her|their|its|both|these) (?:\w+ )?(?:reports?|statements?|articles?|claims?|story|stories|allegations?|accusations?|sentences?|figures?|passages?|remarks?|words|charges?|testimony|account|assertions?|letters?|versions?|opinions?|conclusions?|releases?|findings?|assessments?|descriptions?|entr(?:y|ies)|evidence|confessions?|depositions?|attributions?|expertise|certificates?|measurements?|values?|results?))\b|\btak(?:e|es|en|ing) (?:it|this|that|something|everything|those words|that statement|my words|the \w+) back\b|\btook (?:it|this|that|everything) back\b|\bt(?:ake|akes|ook) back (?:what|the|my|our|his|her|their|its|this|that|everything)\b|\b(?:was|were|is|are|has been|have been) (?:withdrawn|retracted)\b/i
const WRONG =
  /^\W*(?:but |and )?(?:this|that|it|both|(?:the|our|that|this) (?:report|statement|claim|figure|sentence|story|article|number|account)) (?:is|was|were|are) (?:\w+ )?(?:wrong|not correct|incorrect|not true|untrue|false|a mistake|an error|mistaken|inaccurate|not accurate|not so|not the case)\b(?! with)|\bthere is no truth in (?:this|that|it)\b|\bshould never have been (?:printed|published|written|broadcast|posted|said)\b|\bwe got (?:this|that|it) wrong\b/i
const MISTAKEN =
  /\bI (?:was|am|must have been) (?:mistaken|wrong|in error)\b|\bI (?:made a mistake|misspoke|(?:can )?no longer (?:maintain|uphold|claim|stand by)|cannot (?:maintain|uphold|stand by))|\b(?:I|we) (?:can )?no longer (?:vouch for|stand by|maintain|uphold|believe)\b|\b(?:I|we) (?:was|were) misinformed\b|\bthat (?:I|we) (?:have to|must) correct\b/i
const REGRETTED =
  /\bwe (?:deeply |sincerely )?regret (?:the|this|that|our|having)\b.{0,40}\b(?:error|mistake|report|statement|story|sentence|publish|print|misquot)/i
/** 'The sentence about a hotel', 'the report that he was paid'. */
const OBJECT =
  /\b(?:report|statement|article|claim|story|allegation|accusation|sentence|figure|passage|remark|assertion)s? (?:about|that|of|on|concerning|according to which|regarding) (.+?)(?=[.;,]| (?:came|comes|rests?|rested|was|were|is|are|had been|has been|we|I) |$)/i
const PROCEDURE =
  /\b(?:licen[cs]e|offer|bid|application|complaint|candida\w+|consent|troops|money|cash|support|appeal|motion|lawsuit|charges against|permit)\b/i

const FURTHEST_BACK = 4
const FURTHEST_ON = 2

/** What the case's documents and people take back. Linear. */
export function retractionsIn(passages: Passages): Retraction[] {
  const out: Retraction[] = []
  for (const p of passages.all) {
    const { text } = p.evidence
    if (/\?["”’']?\s*$/.test(text)) continue
    const withdrawn = WITHDRAWN.test(text) && !PROCEDURE.test(WITHDRAWN.exec(text)![0])
    const wrong =
      WRONG.test(text) && (passages.corrects(p) || /\b(?:we|I|our|my)\b/i.test(before(p, passages)))
    if (!withdrawn && !wrong && !MISTAKEN.test(text) && !(REGRETTED.test(text) && passages.corrects(p)))
      continue
    const object = OBJECT.exec(text)?.[1] ?? ''
    if (contentWords(object).length > 0)
      out.push({ said: object, repeats: null, by: [p, ...on(p, passages)] })
    else {
      const repeats = repeatedBy(p, passages)
      const by = [p, ...on(p, passages, repeats)]
      if (repeats) out.push({ said: saidIn(repeats, passages), repeats, by })
      // 'I withdraw my letter': what follows, or what stood before it, tells what it was about.
      else {
        const said = [...by.slice(1), passages.beside(p, -1)].map((q) => q?.evidence.text ?? '')
        out.push({ said: [text, said.find((one) => one !== '') ?? ''].join(' '), repeats: null, by })
      }
    }
  }
  return out
}

const before = (p: Passage, passages: Passages): string => passages.beside(p, -1)?.evidence.text ?? ''

/** The nearest sentence in which the same voice repeats what it once said: before it, or right after. */
function repeatedBy(p: Passage, passages: Passages): Passage | null {
  const repeats = (q: Passage): boolean => repeatsOwn(q, passages)
  if (repeats(p)) return p
  for (let by = -1; by >= -FURTHEST_BACK; by--) {
    const q = passages.beside(p, by)
    if (!q) break
    if (sameTurn(q, p, repeats) && repeats(q)) return q
  }
  const last = passages.beside(p, -1)
  if (last && WITHDRAWN.test(p.evidence.text) && ANYBODY.test(last.evidence.text)) return last
  if (!SOMETHING.test(p.evidence.text)) return null
  for (let by = 1; by <= FURTHEST_ON; by++) {
    const q = passages.beside(p, by)
    if (q && sameTurn(q, p, repeats) && repeats(q)) return q
  }
  return null
}
const sameTurn = (a: Passage, b: Passage, repeats: (q: Passage) => boolean): boolean =>
  a.voice === b.voice || a.voice === '' || b.voice === '' || repeats(a)
/** 'On 3 May the Herald reported that …. We withdraw this.' */
const ANYBODY = /\b(?:reported|wrote|said|published|claimed|stated|printed) that\b/i
/** 'I want to take something back': what it is comes after. */
const SOMETHING = /\b(?:something|one thing|a (?:thing|word|sentence))\b/i

const REPORTED = new RegExp(`^ ${NOT_THIS_TIME}${SAID}\\b`, 'i')
/** Where 'we wrote' ends, or 'the Herald wrote' in the Herald; null where a sentence tells of nothing said before. */
function repeatedUpTo({ evidence: { text } }: Passage, publisher: string | null): number | null {
  const own = REPEATED.exec(text)
  if (own) return own.index + own[0].length
  const at = publisher ? text.indexOf(publisher) : -1
  const named = at < 0 ? null : REPORTED.exec(text.slice(at + publisher!.length))
  return named ? at + publisher!.length + named[0].length : null
}
const repeatsOwn = (q: Passage, passages: Passages): boolean =>
  repeatedUpTo(q, passages.cardOf(q).publisher) !== null

/** What the repeating sentence repeats: all after the word of saying. */
function saidIn(q: Passage, passages: Passages): string {
  return q.evidence.text
    .slice(repeatedUpTo(q, passages.cardOf(q).publisher) ?? 0)
    .replace(/^.{0,80}?\bthat\b/i, '')
    .trim()
}

/** How a retraction goes on: the right version, up to the next thing that is taken back. */
function on(p: Passage, passages: Passages, repeats: Passage | null = null): Passage[] {
  const out: Passage[] = []
  for (let by = 1; by <= FURTHEST_ON + 1; by++) {
    const q = passages.beside(p, by)
    if (!q || q.voice !== p.voice) break
    if (q === repeats) continue
    if (repeatsOwn(q, passages) || /\?\s*$/.test(q.evidence.text)) break
    out.push(q)
  }
  return out.slice(0, FURTHEST_ON)
}
