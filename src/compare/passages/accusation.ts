/**
 * A wrong laid to somebody in the document's own voice, with no source for it: a logistic regression over how near a sentence lies to
 * accusations in meaning, the words of wrongs and of sources in it, and how its document speaks. training/accusation.ts learns it.
 */
import { isPublication } from '../document-kind.js'
import { chanceBy, type Values } from '../regression.js'
import type { Card } from '../statement.js'
import prototypes from '../words/accusations.json' with { type: 'json' }
import data from './accusation.json' with { type: 'json' }
import type { Passages, Raised } from './index.js'
import { nearOf } from './meaning.js'
import type { Passage } from './passage.js'
import { OPEN } from './words.js'
import { wrongIn } from './wrongs.js'

/** Whoever knew of it is no source of it. */
const KNEW = /^\W*(?:\p{Lu}[\p{L}'’-]+ ){1,3}knew\b/u
/** Said by somebody, or by a court, or of a charge: no voice of its own. */
const SOURCED =
  /\b(?:said|says?|told|tells|according to|report(?:s|ed|edly)|alleg\w+|accus\w+|charge[sd]|convicted|sentenced|found guilty|pleaded|indict\w+|courts?|jury|tribunal|claims?|claimed|stated?|testif\w+|den(?:ied|ies|y)|suspect(?:s|ed)|suspicion|investigat\w+|whether|if|writes?|wrote|may|might|could|arrested|establish\w+|reveal\w*|prove[ds]?|proven|confirm\w*|admit\w*|confess\w*|conced\w+|announc\w+|insist\w*|maintain(?:s|ed)|argu(?:es?|ed)|believ\w+|thinks?|thought|heard|hears?|read|(?:ha[sd]|have|we|I|he|she|they) learn(?:ed|t)|understood|suggest\w*|recall\w*|quot\w+|cit(?:es|ed)|rumou?r\w*|supposed|seems?|appears?|apparently|perhaps|probably|found that|shows? that|showed that|described|blam(?:es?|ed)|dismissed as|rejects?|rejected|would have (?:us|you|it))\b/i
/** The sentence after says where it is from: 'I have it from the Courier', 'It was on the radio'. */
const AFTERWARDS =
  /^\W*(?:(?:I|we) (?:have|had|got|know) (?:it|this|that|all (?:of )?(?:it|this)) from|(?:I|we) (?:was|were) told|(?:it|this|that|all this|these) (?:is|was|are|were|has been|had been|comes?|came|stood|stands) (?:on|in|from|what|according|reported|printed|broadcast|confirmed|told)\b|so (?:says?|said|writes?|wrote)\b|(?:that|this|so) (?:at least )?is (?:what|how|the (?:account|version|word))\b|my (?:source|witness)|(?:he|she|they) (?:himself |herself )?(?:told|admitted|confessed|said)\b)/i
const NEGATED = /\b(?:not|never|nobody|no one|nothing|none|neither|nor)\b|n['’]t\b/i
/** What was not done to anybody or anything. */
const NOTHING = /^\W*(?:\w+ )?(?:nothing|nobody|no|none|not|neither|anything)\b/i
/** Heads of papers that a body issues: what they lay to somebody is their finding. */
const ISSUED =
  /\b(?:court|tribunal|ministry|prosecutors?|inspectorate|commission|committee|assembly|parliament|register|registrar|police|directorate|audit|judge?ment|indictment|minutes|agreement|contract|affidavit|coroner|inquest|chamber|department of)\b/i
const HEAD = 3

export type Signs = Values
export interface Accusing {
  readonly passage: Passage
  readonly signs: Signs
}

/** Sentences that the press says in its own voice, with what tells whether they accuse. */
export async function ownVoiceIn(passages: Passages): Promise<Accusing[]> {
  const own = new Map<string, boolean>()
  const usable = passages.all.filter((p) => {
    let press = own.get(p.document)
    if (press === undefined) own.set(p.document, (press = speaksForItself(passages.cardOf(p))))
    return press && mayAccuse(p, passages)
  })
  const corrections = new Map<string, string[]>()
  for (const p of passages.all) {
    const { publisher } = passages.cardOf(p)
    if (publisher === null || !passages.corrects(p)) continue
    corrections.set(publisher, [...(corrections.get(publisher) ?? []), p.evidence.text])
  }
  const near = await nearOf(
    [
      ...prototypes.accusing,
      ...prototypes.plain,
      ...[...corrections.values()].flat(),
      ...usable.map((p) => p.evidence.text),
    ],
    passages.context,
  )
  const most = (p: Passage, list: readonly string[]): number[] =>
    list.map((text) => near(text, p.evidence.text) ?? 0).sort((a, b) => b - a)
  const rough = new Map(usable.map((p) => [p, roughly(p, passages)] as const))
  const share = new Map<string, number>()
  for (const [document, list] of group(usable))
    share.set(document, list.filter((p) => rough.get(p)!['wrong'] === 1).length / list.length)
  return usable.map((p) => {
    const [a, b] = most(p, prototypes.accusing)
    const [plain] = most(p, prototypes.plain)
    const lines = corrections.get(passages.cardOf(p).publisher ?? '') ?? []
    return {
      passage: p,
      signs: {
        ...rough.get(p)!,
        accusing: a!,
        accusingToo: b!,
        plain: plain!,
        documentAccuses: share.get(p.document)!,
        corrected: lines.length > 0 ? 1 : 0,
        nearCorrection: Math.max(0, ...most(p, lines).slice(0, 1)),
      },
    }
  })
}

function group(list: readonly Passage[]): Map<string, Passage[]> {
  const out = new Map<string, Passage[]>()
  for (const p of list) out.set(p.document, [...(out.get(p.document) ?? []), p])
  return out
}

/** Sentences of the press that accuse somebody and say neither who says so nor where it is known from; by words alone where there is no encoder. */
export async function accusationsWithoutSource(passages: Passages): Promise<Raised[]> {
  return (await ownVoiceIn(passages)).flatMap(({ passage: p, signs }): Raised[] => {
    const score = passages.context.embed ? chanceBy(data, signs) : signs['wrongClean']!
    if (score < data.accepted) return []
    return [
      {
        kind: 'unattributed',
        on: 'accusation',
        sides: [[p]],
        why: `An accusation without a source: “${p.evidence.text.replace(/\s+/g, ' ').slice(0, 160)}”`,
        score: Math.min(0.85, 0.5 + 0.35 * score),
      },
    ]
  })
}

function speaksForItself(card: Card): boolean {
  if (card.kind !== 'press') return false
  if (card.publisher !== null && isPublication(card.publisher)) return true
  return !(card.passages ?? [])
    .slice(0, HEAD)
    .some(({ evidence }) => ISSUED.test(evidence.text) && evidence.text.length < 120)
}

/** Nobody says it, and it asks nothing. A headline says what the text below it has from somebody. */
function mayAccuse(p: Passage, passages: Passages): boolean {
  const { text } = p.evidence
  if ((p.voice !== '' && !KNEW.test(text)) || passages.corrects(p)) return false
  return (
    passages.cardOf(p).title !== text && !/["“”„«»?]/.test(text) && /\p{Ll}/u.test(text) && text.length > 20
  )
}

/** What its words tell. */
function roughly(p: Passage, passages: Passages): Signs {
  const { text } = p.evidence
  const wrong = wrongIn(text, p.written)
  const sourced = SOURCED.test(text.replace(KNEW, ' ').replace(/\bMay\b/g, ' '))
  const before = wrong ? text.slice(0, wrong.at) : text
  const open = OPEN.test(before)
  const negated = NEGATED.test(before) || (wrong !== null && NOTHING.test(text.slice(wrong.end)))
  const after = passages.beside(p, 1)
  const afterwards = after !== null && AFTERWARDS.test(after.evidence.text)
  const clean = !sourced && !open && !negated && !afterwards
  return {
    wrong: wrong ? 1 : 0,
    wrongClean: wrong && clean ? 1 : 0,
    sourced: sourced ? 1 : 0,
    open: open ? 1 : 0,
    negated: negated ? 1 : 0,
    afterwards: afterwards ? 1 : 0,
    clean: clean ? 1 : 0,
    named: p.people.length > 0 ? 1 : 0,
    writes: p.written.length > 0 ? 1 : 0,
    pronoun: /^\W*(?:\w+ )?(?:he|she|they)\b/i.test(text) ? 1 : 0,
    hedged: p.hedged ? 1 : 0,
    self: /\b(?:I|we|my|our)\b/.test(text) ? 1 : 0,
    vague: VAGUE.test(text) ? 1 : 0,
    dated: p.times.length > 0 ? 1 : 0,
    length: Math.log(1 + text.length),
    money: p.amounts.length > 0 ? 1 : 0,
  }
}
const VAGUE =
  /\b(?:everybody|everyone|anybody|people|whole (?:town|village|city)|they) (?:\w+ )?(?:knows?|says?)\b|\bit is (?:said|known)\b|\bof course\b|\bno wonder\b/i
