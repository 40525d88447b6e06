/** A wrong laid to somebody in the document's own voice, with no source for it. */
import type { Passages, Raised } from './index.js'
import { OPEN } from './words.js'

/** Words that say somebody did wrong; 'bought the inspector' is one of office and price. */
const WRONG =
  /\b(?:stole|stolen from|embezzled|pocketed|siphoned|defrauded|swindled|cheated|forged|falsified|faked|fabricated|doctored|backdated|bribed|(?:took|taken|accepted|demanded|pocketed|paid) (?:a |the )?(?:bribes?|kickbacks?|backhanders?|hush money)|was (?:bought|bribed|in (?:his|her|their) pay)|bought (?:the|a|an|off) (?:\w+ )?(?:inspector|judge|minister|mayor|official|officer|police|prosecutor|witness|vote|votes|councillors?)|(?:lied|perjured)|covered (?:it |this |everything )?up|knew (?:all along |perfectly well |very well )?(?:that|about) .{0,80}\b(?:stolen|forged|fake|false|illegal|looted|poison\w*|rotten|unsafe|dangerous|bribe\w*|fraud\w*)|(?:was|were) paid (?:for it|off|to (?:lie|keep|say|look))|blackmailed|threatened|poisoned|murdered|laundered|rigged|smuggled|sabotaged|looted|plundered)\b/i
/** Whoever knew of it is no source of it. */
const KNEW = /^\W*(?:\p{Lu}[\p{L}'’-]+ ){1,3}knew\b/u
/** Said by somebody, or by a court, or of a charge: no voice of its own. */
const SOURCED =
  /\b(?:said|says|told|according to|reported|reports|alleged|alleges|accus\w+|charged|convicted|sentenced|found guilty|indict\w+|court|claims?|claimed|stated|testified|denied|denies|suspected|investigat\w+|whether|if|wrote|may|might|could|was arrested)\b/i

/** Sentences of the press that accuse somebody and say neither who says so nor where it is known from. */
export function accusationsWithoutSource(passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const p of passages.all) {
    const card = passages.cardOf(p)
    const { text } = p.evidence
    if (card.kind !== 'press' || (p.voice !== '' && !KNEW.test(text)) || passages.corrects(p)) continue
    if (!WRONG.test(text) || SOURCED.test(text) || OPEN.test(text) || /["“”]/.test(text)) continue
    if (/\b(?:not|never|nobody|no one|nothing)\b/i.test(text)) continue
    if (p.people.length === 0 && !/\b(?:he|she|they)\b/i.test(text)) continue
    out.push({
      kind: 'unattributed',
      on: 'accusation',
      sides: [[p]],
      why: `An accusation without a source: “${text.replace(/\s+/g, ' ').slice(0, 160)}”`,
      score: 0.7,
    })
  }
  return out
}
