/** A sentence's clauses, and what of it is said not to be so. */
import type { Passage } from './passage.js'

export interface Clause {
  readonly text: string
  readonly negative: boolean
}

const BORDER =
  /[,;:()“”"]|\s[–—-]\s|\b(?:and|but|because|while|although|though|which|who|whom|whose|where|when|if|whether|so that|as though|that)\b/gi
const NEGATION =
  /\b(?:not|never|no(?!\.? ?\d)|nobody|nothing|none|neither|nor|without|cannot|hardly)\b|n['’]t\b/i
/** 'Without heating' says what was, not what was not. */
const STATE = /\bwithout\b/i
/** Verbs whose content is in the clause after. */
const CARRIES =
  /\b(?:know|knew|known|aware|learn(?:ed|t)?|order(?:ed)?|say|said|tell|told|claim(?:ed)?|believe|think|hear|heard)\s*$/i
/** Words of denying that carry what follows them. */
const DENIAL =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|contradict(?:s|ed)?|dismiss(?:es|ed)? (?:as\b|(?:the|any|all|such|these|those) (?:\w+ )?(?:claim|allegation|accusation|report|suggestion|rumou?r|charge|idea|account|version|criticism)s?)|rule[sd]? out|contest(?:s|ed)?)\b/i
const UNDENIED =
  /\b(?:not|never|nor|cannot|hardly|neither) (?:be |been )?(?:den|disput|contest|reject|refut)|un(?:disputed|contested)|dispute (?:in|over|about|between)/i

/** The clauses of a sentence, by punctuation and conjunctions; a rough cut that needs no grammar. Linear. */
export function clausesOf(text: string): Clause[] {
  const out: Clause[] = []
  let from = 0
  const push = (to: number): void => {
    const clause = text.slice(from, to)
    if (/\p{L}/u.test(clause)) out.push({ text: clause, negative: NEGATION.test(clause) })
  }
  for (const { index, 0: border } of text.matchAll(BORDER)) {
    push(index)
    from = /\p{L}/u.test(border) ? index : index + border.length
  }
  push(text.length)
  return out
}

const known = new WeakMap<Passage, readonly Clause[]>()
/** The clauses of a passage; kept with it, since many others are held against it. */
export function clausesIn(passage: Passage): readonly Clause[] {
  let found = known.get(passage)
  if (!found) known.set(passage, (found = clausesOf(passage.evidence.text)))
  return found
}

export interface Denied {
  /** What is said not to be so. */
  readonly text: string
  /** By a word of denying, not by 'not'. */
  readonly denial: boolean
}

/** What a sentence says is not so: the clauses with 'not', 'never', 'no', and all that follows a word of denying. */
export function deniedIn(text: string): Denied[] {
  if (/\?["”’']?\s*$/.test(text) || UNDENIED.test(text)) return []
  const out: Denied[] = []
  const denial = DENIAL.exec(text)
  const before = denial ? text.slice(0, denial.index) : text
  if (denial) {
    const after = text.slice(denial.index + denial[0].length)
    // A quotation or a second sentence after it is no longer what is denied.
    const end = after.search(/[;“"]|, (?:and|but|as|which|who)\b|\bcalling\b/)
    out.push({ text: end > 3 ? after.slice(0, end) : after, denial: true })
  }
  const clauses = clausesOf(before)
  for (const [i, clause] of clauses.entries())
    if (
      clause.negative &&
      !STATE.test(clause.text) &&
      !/\b(?:not only|no doubt|no longer|no later than|no (?:fewer|less|earlier|sooner) than|not yet|whether or not|no more than|not (?:more|less) than|not all)\b/i.test(
        clause.text,
      )
    )
      out.push({
        text:
          clause.text +
          (/^that\b/i.test(clauses[i + 1]?.text ?? '') && CARRIES.test(clause.text)
            ? ` ${clauses[i + 1]!.text}`
            : ''),
        denial: /\bnever heard of\b|\bno truth in\b/i.test(clause.text),
      })
  return out
}
