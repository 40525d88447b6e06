/** What a sentence denies, in words that affirm it: by a word of denying, or by saying that it was not so. */
import { contentWords } from '../words/content.js'
import { ACCUSATIONS, EMPTY_WORDS, POINTERS } from './denying.js'
import type { Passage } from './passage.js'

export interface Denial {
  /** What is denied, put positively; '' where it only points back. */
  readonly said: string
  /**
   * denies: by a word of denying · uninvolved: had nothing to do with it · unknown: never heard of it · absent: there was no such thing ·
   * unsaid: never said so · doubts: no evidence of it · not: a plain 'not' or 'never'.
   */
  readonly how: 'denies' | 'uninvolved' | 'unknown' | 'absent' | 'unsaid' | 'doubts' | 'not'
  /** 'Denies this', 'rejects the accusations': what was said before it. */
  readonly back: boolean
  /** Who had nothing to do with it. */
  readonly subject?: string
}

const VERB =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e|ed|ing)|(?<=\p{L} )disputes(?! (?:arising|shall|between|in|over|about))|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|repudiat(?:e|es|ed|ing)|contest(?:s|ed|ing)?|contradict(?:s|ed|ing)?|disclaim(?:s|ed|ing)?|disavow(?:s|ed|ing)?|rul(?:es|ed|ing) out|dismiss(?:es|ed|ing)? (?=(?:as|any|all|such|this|that|it|the (?:claim|allegation|accusation|report|suggestion|stor|charge|rumou?r)s?)\b)|waves? aside|waved aside|brush(?:es|ed) aside|scoff(?:s|ed) at)\b/iu
const UNDENIED =
  /\b(?:not|never|cannot|nor) (?:\w+ )?(?:accept|agree|believe|concede) that\b|\b(?:not|never|nor|cannot|hardly|neither|nobody|no one|without) (?:\w+ )?(?:been |be )?(?:den(?:y|ies|ied|ying)|disput|contest|reject|refut)|\bun(?:disputed|contested|denied)\b|\b(?:dispute|contest) (?:in|over|about|between|with)\b|\b(?:if|whether|when) (?:\w+ ){1,3}den(?:y|ies|ied)\b/i
const FALSE =
  /\b(?:is|are|was|were|be|been) (?:(?:simply|completely|totally|entirely|absolutely|just|quite|utterly|plainly|all|pure|complete|total|utter) )*(?:untrue|false|incorrect|nonsense|invented|fabricated|made up|baseless|unfounded|groundless|rubbish|absurd|slander|libel|fiction|lies|(?:a|an) (?:\w+ )?(?:lie|invention|fabrication|fairy tale|fiction|slander|smear|myth|hoax)|not (?:true|correct|accurate|so|the case))\b|\b(?:call|calls|called|calling) (?:it|this|that|them|these|the \w+) (?:\w+ )?(?:a|an|pure|complete|total|utter)? ?["“]?(?:\w+ )?(?:lie|lies|nonsense|invention|fabrication|fairy tale|fiction|slander|smear|untrue|false|absurd|rubbish)\b|\b(?:it|this|that|which) (?:is|was) (?:\w+ )?wrong\b(?! with)|\bwould have none of (?:it|this|that)\b|\bnot a (?:single )?word of (?:it|this|that) is true\b|\bnothing of the (?:sort|kind)\b/i
const NO_TRUTH = /\b(?:no|not any|not a (?:grain|shred|word) of|little) truth (?:in|to)\b/i
const UNINVOLVED =
  /\b(?:ha(?:s|d|ve)|having) (?:absolutely |simply |never had )?(?:(?:nothing|not anything) (?:at all |whatsoever )?to do with|(?:no|never had any) (?:part|hand|share|say|role|involvement) in)\b|\b(?:was|is|were|are|been) (?:not|never|in no way) (?:involved|implicated) in\b/i
const UNKNOWN =
  /\b(?:ha(?:s|d|ve)|having) (?:never heard (?:of|about)|(?:absolutely )?no (?:knowledge|recollection|memory) of)\b|\b(?:know|knows|knew|known) nothing (?:at all |whatsoever )?(?:of|about)\b/i
const ABSENT =
  /\bthere (?:(?:has|have|had) )?(?:never )?(?:is|are|was|were|be|been|exists?|existed) (?:never |simply |absolutely )*(?:no|not any|not an?|not a single|never any|never an?|never such)\b|\bthere (?:has|have|had) (?:never been|been no)\b|\bthere never (?:was|were|has been|had been)\b|\bthere (?:isn|aren|wasn|weren)['’]t (?:any|an?)\b/i
const NO_SUCH = /\bno such (?=[\p{L}-]+ (?:exist|ever|was|were|has|have|had|took|took place)\w*)/iu
const UNSAID =
  /\b(?:never|not|nor|neither) (?:have |has |had |did |do )?(?:\w+ly |once )?(?:said|say|says|told|tell(?! \p{Lu})|claim(?:ed)?|assert(?:ed)?|suggest(?:ed)?|mention(?:ed)?|alleg(?:e|ed)|state[d]?|wr(?:ote|itten)|print(?:ed)?|publish(?:ed)?)\b|\b(?:I|we|he|she|they) never (?:said|told|claimed|asserted|suggested|mentioned|alleged|stated|wrote|printed|published)\b/iu
const DOUBT =
  /\bno (?:evidence|proof|indication|sign|trace|record) (?:that|of|for)\b|\b(?:not|never) (?:yet )?(?:been )?(?:proved|proven|established|confirmed|substantiated|borne out)\b|\bun(?:able|proven|proved|confirmed) to (?:establish|confirm|prove|say|find)\b|\bcould not (?:be )?(?:establish|confirm|prove|substantiate)\w*\b/i
/** Said of a wish, an ability, a reply or what is to come: no denial. */
const NO_ANSWER =
  /\b(?:could|can|will|would|shall|should|may|might|must|need|ought|dare)(?: ?n['’]t| not| never|not)\b|\b(?:not|never|n['’]t) (?:yet |want|wish|like|care|intend|mean|answer|repl|respond|return|comment|hide|give (?:his|her|their|its)|know\s*$|know (?:who|what|where|when|why|how|whether|if|it|him|her|them)|remember|recall|say (?:who|what|when|where|why|how|whether|if)|tell us|believe|think|see why|mind|matter|understand|only\b|all\b|even\b|every\b|just\b|merely\b|more than|less than|exceed|to be\b)|\bno (?:longer|doubt|answer|reply|comment|matter|wonder|idea|sooner)\b|\bnot yet\b|\bnot (?:only|least|until|unless|far)\b|\b(?:know|knows) (?:of )?(?:nothing|none)\b(?! (?:of|about))|\b(?:hear|hears|heard|see|sees|say|says) (?:nothing|none)\b|\bnothing to (?:prove|add|say|hide|fear)\b|\bnobody knows\b|\bno one (?:knows|remembers)\b/i
const PLAIN =
  /\b(?:(?:is|are|was|were|am|has|have|had|did|do|does)(?: not| never|n['’]t|n't)|never|nobody|no one|no-one|nothing|none|not one|not a single|at no time|no [\p{Ll}-]+(?: [\p{Ll}-]+)* (?:was|were|is|are|has|have|had)|no [\p{Ll}-]+ (?:[\p{Ll}]+ed|took|came|went|saw|fell|gave|got|left|knew|held|made|paid)|(?:ha(?:s|ve|d)|own|owns|owned|took|takes|take|gave|give|gives|received|receive|receives|paid|pay|pays|passed|got|get|made|make|sold|bought|signed|saw|heard|found|sent|met) (?:absolutely )?(?:no|nothing|not (?:one|a single)|neither))\b/iu

const QUESTION = /\?["”’']?\s*$/
const MOST = 4

const known = new WeakMap<Passage, readonly Denial[]>()
/** The denials of a passage; kept with it, since every account near a denial is asked for its own. */
export function denialsOf(passage: Passage): readonly Denial[] {
  let found = known.get(passage)
  if (!found) known.set(passage, (found = denialsIn(passage.evidence.text)))
  return found
}

/** The denials of a sentence; none for questions, refusals to answer and what is said to be undisputed. Linear. */
export function denialsIn(full: string): Denial[] {
  const text = full.slice(0, 600).replace(/^\W*(?:A|\d+)\. (?=\p{Lu})/u, '')
  if (QUESTION.test(text) || UNDENIED.test(text)) return []
  const out: Denial[] = []
  let rest = text
  const take = (how: Denial['how'], object: string, subject = ''): void => {
    const said = affirmed(`${subject} ${object}`)
    const back = pointsOnly(said)
    out.push({ said: back ? '' : said, how, back, ...(how === 'uninvolved' ? { subject } : {}) })
  }
  const verb = VERB.exec(rest)
  if (verb) {
    take('denies', objectAfter(text, verb.index + verb[0].length))
    rest = text.slice(0, verb.index)
  }
  const lie = FALSE.exec(rest)
  if (lie) {
    const before = rest.slice(0, lie.index)
    // 'That it was in tow was a first report, and it was wrong'
    take(
      'denies',
      /^would|^call(?:s|ed|ing)? (?:it|this|that|them|these)/i.test(lie[0])
        ? 'this'
        : /^(?:it|this|that|which)\b/i.test(lie[0])
          ? before
          : lastClause(before),
    )
    rest = before
  }
  for (const [how, pattern] of PHRASES) {
    const match = pattern.exec(rest)
    if (!match) continue
    const before = lastClause(rest.slice(0, match.index))
    const object = objectAfter(rest, match.index + match[0].length)
    const of = how === 'doubts' && /^\W*(?:\w+ )?$/.test(object) ? before : ''
    if (!OPEN.test(of || object)) take(how, of || object, how === 'uninvolved' ? before : '')
    rest = `${rest.slice(0, of ? match.index - of.length : match.index)} ; ${rest.slice(match.index + match[0].length + object.length)}`
  }
  for (const { clause, aside } of clausesOf(rest)) {
    if (aside || !PLAIN.test(clause) || NO_ANSWER.test(clause)) continue
    if (contentWords(affirmed(clause)).length > 0) take('not', clause)
  }
  return out.filter((d) => d.back || contentWords(d.said).some((w) => !EMPTY_WORDS.has(w))).slice(0, MOST)
}
/** 'Who owns it could not be established': no account of anything. */
const OPEN =
  /^\W*(?:by |to |from |in |at |on |for )?(?:who|whom|whose|what|why|when|where|which|how|whether)\b/i
const BORDER =
  /,(?!\d)|[;:()“”"]|\s[–—-]\s|\b(?:and|but|because|while|although|though|which|who|whom|whose|where|when|if|whether|so that|as though)\b|(?<=\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)(?: [\p{L}’'.-]+){0,6}|stat(?:e|es|ed)|maintain(?:s|ed)?|insist(?:s|ed)?|claim(?:s|ed)?|add(?:s|ed)|answer(?:s|ed)|declar(?:es|ed)|assert(?:s|ed)|testif(?:ies|ied)|warn(?:s|ed)?|found|finds?|concluded?|shows?|showed|reports?|reported|that) )that\b/giu
/** 'Whom it did not name', 'because nobody cleared it': beside the point, and no answer to anybody. */
const ASIDE =
  /^(?:which|who|whom|whose|where|when|if|whether|because|although|though|while|so that|as though)$/i
/** A sentence's clauses; a rough cut, in which 'know that' and 'had that boat' stay whole. */
function clausesOf(text: string): { clause: string; aside: boolean }[] {
  const out: { clause: string; aside: boolean }[] = []
  let [from, aside] = [0, false]
  for (const { index, 0: border } of [
    ...text.matchAll(BORDER),
    Object.assign([''], { index: text.length }),
  ]) {
    const clause = text.slice(from, index)
    if (/\p{L}/u.test(clause)) out.push({ clause, aside })
    from = index + border!.length
    aside = ASIDE.test(border!)
  }
  return out
}
const PHRASES: readonly (readonly [Denial['how'], RegExp])[] = [
  ['denies', NO_TRUTH],
  ['uninvolved', UNINVOLVED],
  ['unknown', UNKNOWN],
  ['absent', ABSENT],
  ['absent', NO_SUCH],
  ['unsaid', UNSAID],
  ['doubts', DOUBT],
]

/** What follows a word of denying, up to where somebody goes on about something else. */
function objectAfter(text: string, from: number): string {
  const after = text.slice(from).replace(/^ ?as ["“‘]?[\p{L} ]{1,30}["”’]? (?=the |any )/u, ' ')
  const back =
    /^ (?:this|that|it|these|both|all of (?:this|it))(?= (?:to|in|on|at|when|by|through|yesterday|last|and|but|as)\b|[,.;:]|$)/i.exec(
      after,
    )
  if (back) return back[0]
  const end = after.search(
    /[;“”"]|[.!] |, (?:and|but|as|which|who|whom|with|saying|adding|calling|in)\b|\bcalling\b|\band (?:said|says|added|spoke|speaks|called|calls|insisted|maintained)\b/,
  )
  return end > 0 ? after.slice(0, end) : end === 0 ? '' : after
}
const lastClause = (text: string): string => /[^,;:“”"()]*$/.exec(text)![0]

/** A negated clause as if it were so. */
export const affirmed = (text: string): string =>
  text
    .replace(/\b(did|does|do|is|are|was|were|has|have|had)n['’]t\b/gi, '$1')
    .replace(/\b(?:nobody|no one|no-one)\b/gi, 'somebody')
    .replace(/\bnothing\b/gi, 'something')
    .replace(
      /\b(?:at no time|never|not (?:one|a single|any)(?: cent| penny| word| minute)?|for one minute|one cent|not|neither|nor|none of|none|ever|at any time|such|any|anything|anyone|absolutely|categorically|firmly|strongly|vehemently)\b/gi,
      ' ',
    )
    .replace(/\bno (?=\p{L})/giu, ' ')
    .replace(/\b(?:that )?there (?:had been|has been|have been|was|were|is|are)\b/gi, ' ')
    .replace(ACCUSATIONS, ' ')
    .replace(/^\W*(?:that|having|as|of|by|about)\b/i, '')
    .replace(/\s+/g, ' ')
    .trim()

const pointsOnly = (said: string): boolean => {
  const words = said.match(/\p{L}+/gu) ?? []
  return words.every((w) => POINTERS.has(w.toLowerCase()))
}
