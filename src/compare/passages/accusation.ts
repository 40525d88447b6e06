/** A wrong laid to somebody in the document's own voice, with no source for it. */
import { isPublication } from '../document-kind.js'
import type { Card } from '../statement.js'
import type { Passages, Raised } from './index.js'
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

/** Sentences of the press that accuse somebody and say neither who says so nor where it is known from. */
export function accusationsWithoutSource(passages: Passages): Raised[] {
  const own = new Map<string, boolean>()
  const out: Raised[] = []
  for (const p of passages.all) {
    let press = own.get(p.document)
    if (press === undefined) own.set(p.document, (press = speaksForItself(passages.cardOf(p))))
    if (!press || passages.corrects(p) || !accuses(p, passages)) continue
    out.push({
      kind: 'unattributed',
      on: 'accusation',
      sides: [[p]],
      why: `An accusation without a source: “${p.evidence.text.replace(/\s+/g, ' ').slice(0, 160)}”`,
      score: 0.7,
    })
  }
  return out
}

function speaksForItself(card: Card): boolean {
  if (card.kind !== 'press') return false
  if (card.publisher !== null && isPublication(card.publisher)) return true
  return !(card.passages ?? [])
    .slice(0, HEAD)
    .some(({ evidence }) => ISSUED.test(evidence.text) && evidence.text.length < 120)
}

function accuses(p: Passage, passages: Passages): boolean {
  const { text } = p.evidence
  if (p.voice !== '' && !KNEW.test(text)) return false
  // A headline says what the text below it has from somebody.
  if (passages.cardOf(p).title === text) return false
  const wrong = wrongIn(text, p.written)
  if (!wrong || /["“”„«»?]/.test(text)) return false
  if (
    OPEN.test(text.slice(0, wrong.at)) ||
    NEGATED.test(text.slice(0, wrong.at)) ||
    NOTHING.test(text.slice(wrong.end)) ||
    SOURCED.test(text.replace(KNEW, ' ').replace(/\bMay\b/g, ' '))
  )
    return false
  const after = passages.beside(p, 1)
  return !(after && AFTERWARDS.test(after.evidence.text))
}
