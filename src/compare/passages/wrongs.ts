/** Whether a sentence lays a wrong to somebody: theft, forgery, bribery, violence, concealment, neglect, ... as words/wrongs.json has them. */
import data from '../words/wrongs.json' with { type: 'json' }
import { formsOf } from '../words/forms.js'
import { fold, stem } from '../words/content.js'

const FORMS = new Map<string, string | null>([
  ...Object.entries(data.against).flatMap(([verb, object]) => formsOf(verb).map((f) => [f, object] as const)),
  ...Object.values(data.plain).flatMap((verbs) =>
    verbs.split(' ').flatMap((verb) => formsOf(verb).map((f) => [f, null] as const)),
  ),
])
const OBJECTS = new Map(
  Object.entries(data.objects).map(([name, words]) => [name, new Set(words.split(' '))]),
)
const ARE = new RegExp(
  `\\b(?:is|are|was|were|remains?) (?:nothing but |no better than )?(?:an? |the )?(?:\\p{Ll}+ ){0,2}?(?:${data.are.split(' ').join('|')})\\b`,
  'u',
)
const PHRASES = data.phrases.map((source) => new RegExp(`\\b(?:${source})`, 'iu'))
const DONE = new RegExp(
  `\\b(?:has|have|had|has had|have had|had had|got|gets?|getting|having) (?:(?!(?:been|be|was|were|is|are|have|has|had|not|to|that|who|which|and|or|but)\\b)[\\p{L}'’\\d-]+ ){1,7}?(?:${data.done.split(' ').join('|')})\\b(?! (?:by|in|on|of) )`,
  'iu',
)

const WORD = /[\p{L}\p{M}'’-]+/gu
/** Makes a participle an epithet: 'the stolen tablets'. */
const BEFORE_EPITHET =
  /^(?:the|an?|his|her|its|their|our|your|my|this|that|these|those|some|any|no|of|with|from|for|about|against|by|two|three|many|as)$/
const PASSIVE = /^(?:was|were|been|be|being|is|are|got|get|gets|am)$/
/** Right before a verb that is also a noun. */
const SUBJECT = /^(?:he|she|they|who|has|have|had|then)$/
const ADVERB = /ly$|^(?:not|also|then|later|first|since|even|all|simply|never|just|once)$/

/** Somebody who can have done it: a name, a pronoun, an office or a body. */
const SOMEBODY =
  /(?<=[^.!?“"]\s)(?!I\b|We\b)\p{Lu}[\p{L}'’-]+|^(?!(?:The|A|An|In|On|At|As|By|For|From|With|After|Before|When|While|Since|Over|Both|Some|Many|Most|All) )\p{Lu}[\p{L}'’.-]+ \p{Lu}|\b(?:he|she|they|who|those (?:people|men|women)|(?:that|this|these|the|our|his|her|its|their) (?:[\p{Ll}-]+ ){0,3}?(?:\p{Ll}+(?:man|men|woman|women|person|ist|ists|master|keeper|holder|owner)|boards?|compan(?:y|ies)|firms?|council|ministry|minister|mayor|director|managers?|management|chair|president|priest|bishop|police|officers?|army|soldiers?|guards?|commander|captain|crew|bank|agency|agents?|authorit(?:y|ies)|office|government|party|clerk|secretary|treasurer|inspectors?|engineers?|judges?|lawyers?|doctors?|surgeon|nurses?|directors?|leaders?|officials?|brothers?|sisters?|sons?|father|mother|wife|husband|daughter|uncle|nephew|cousin|contractors?|builders?|dealers?|traders?|partner|partners|rector|headmaster|head|governor|prosecutor|sheriff|auditor|accountant|trustees?|operator|hospital|school|church|diocese|museum|union|club|foundation|charity|mine|mill|port|coastguard|navy|militia|boss|bosses|couple|family|clan|gang|lot|fellow))\b/u

export interface Wrong {
  readonly at: number
  readonly end: number
}

/** The first wrong that a sentence lays to somebody, `names` being folded words known for names; null where it lays none. Linear. */
export function wrongIn(text: string, names: readonly string[] = []): Wrong | null {
  return byVerb(text, names) ?? byPhrase(text, names)
}

function byPhrase(text: string, names: readonly string[]): Wrong | null {
  for (const pattern of [ARE, DONE, ...PHRASES]) {
    const match = pattern.exec(text)
    if (match && isSomebody(subjectOf(text, match.index), names))
      return { at: match.index, end: match.index + match[0].length }
  }
  return null
}

const FUNCTION_WORD = /^(?:He|She|They|The|That|This|These|Those|Our|His|Her|Its|Their|And|But|So|Then)\b/
/** A first word is a name where the reader knows it for one. */
function isSomebody(subject: string, names: readonly string[]): boolean {
  const plain = subject.replace(FUNCTION_WORD, (word) => word.toLowerCase())
  return SOMEBODY.test(plain) || names.includes(fold(/^\p{Lu}[\p{L}-]+/u.exec(subject)?.[0] ?? ''))
}

/** The words of the clause before the verb. */
function subjectOf(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at)
  const border = Math.max(before.lastIndexOf(';'), before.lastIndexOf(':'))
  return before.slice(border + 1).replace(/^\s+/, '')
}

function byVerb(text: string, names: readonly string[]): Wrong | null {
  const words = [...text.matchAll(WORD)]
  for (const [i, { 0: word, index }] of words.entries()) {
    const form = word.toLowerCase()
    const object = FORMS.get(form)
    // With a capital it is part of a title or a name.
    if (object === undefined || i === 0 || /^\p{Lu}/u.test(word)) continue
    const before = (k: number): string => words[i - k]?.[0].toLowerCase() ?? ''
    if (BEFORE_EPITHET.test(before(1))) continue
    const helper = ADVERB.test(before(1)) ? before(2) : before(1)
    const rest = text
      .slice(index + word.length, index + word.length + 120)
      .split(/[.;:]|, (?:and|but|who)/)[0]!
    const end = index + word.length
    if (form.endsWith('ing') && !PASSIVE.test(helper)) continue
    if (form === 'shot' && !(/^\p{Lu}/u.test(words[i - 1]![0]) || SUBJECT.test(before(1)))) continue
    if (
      /^(?:and|or|then)$/.test(before(1)) &&
      words.slice(Math.max(0, i - 8), i).some(([w]) => PASSIVE.test(w))
    )
      continue
    if (PASSIVE.test(helper) && !form.endsWith('ing')) {
      const by = /\bby (?:the |an? |his |her |its |their |our )?[\p{L}]/u.exec(rest)
      if (by && object === null && SOMEBODY.test(`by ${rest.slice(by.index + 3)}`)) return { at: index, end }
      continue
    }
    if (!isSomebody(subjectOf(text, index), names)) continue
    if (object !== null && !has(OBJECTS.get(object)!, rest, object === 'people')) continue
    return { at: index, end }
  }
  return null
}

function has(objects: ReadonlySet<string>, rest: string, named: boolean): boolean {
  for (const { 0: word } of [...rest.matchAll(WORD)].slice(0, 7)) {
    const plain = word.toLowerCase()
    if (AFTER_OBJECT.test(plain)) return false
    if (objects.has(plain) || objects.has(stem(word)) || (named && /^\p{Lu}\p{Ll}/u.test(word))) return true
  }
  return false
}
const AFTER_OBJECT =
  /^(?:when|as|while|off|in|on|at|from|after|before|because|under|near|for|with|without|by|into|since|until|during|through|over|to|than)$/
