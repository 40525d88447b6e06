/** Whether a document takes back what was said before: 'We withdraw the statement', 'The report was wrong'. */
import type { Span } from '../../schema/span.js'
import type { Statement } from '../statement.js'
import { isLight } from '../words/frames.js'

const ANAPHORA =
  /\b(?:that|this|it|the (?:statement|allegations?|accusations?|claims?|reports?|charges?|story|article)|these (?:claims|allegations)|(?:any|all) (?:wrongdoing|allegations?|charges?))\b/i
const WRONG =
  /\b(?:that|this|it|the (?:claim|report|statement|allegation|story)) (?:is|was|were) (?:\w+ )?(?:wrong|false|untrue|incorrect|a lie|not true|nonsense|invented)\b/i
/** Sentences back to which such a sentence points. */
const BACK = 3
const LONGEST = 400

/** True where a sentence withdraws, or calls wrong, what a sentence shortly before it says. `sentences` are those of `text`. Linear but for sorting. */
export function retracts(
  statements: readonly Statement[],
  text: string,
  sentences: readonly Span[],
): boolean {
  const inOrder = [...statements].sort((a, b) => a.sentence - b.sentence)
  return inOrder.some((s, i) => {
    if (s.polarity === 'negative' || s.strength === 0) return false
    const span = sentences[s.sentence]
    const words = span ? text.slice(span.start, Math.min(span.end, span.start + LONGEST)) : ''
    const wrong = WRONG.test(words) && s.tellers.length === 0
    if (!wrong && (s.frame !== 'withdraw' || !ANAPHORA.test(s.evidence.text))) return false
    for (let k = i - 1; k >= 0 && inOrder[k]!.sentence >= s.sentence - BACK; k--)
      if (inOrder[k]!.sentence < s.sentence && isMatter(inOrder[k]!)) return true
    return false
  })
}
const isMatter = ({ frame }: Statement): boolean =>
  !isLight(frame) && frame !== 'deny' && frame !== 'withdraw'
