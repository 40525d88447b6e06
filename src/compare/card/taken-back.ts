/** Sentences that withdraw or reject what stands before them. */
import type { Span } from '../../schema/span.js'
import type { Card, Statement } from '../statement.js'
import { isLight } from '../words/frames.js'

const ANAPHORA =
  /\b(?:that|this|it|the (?:statement|allegations?|accusations?|claims?|reports?|charges?|story|article)|these (?:claims|allegations)|(?:any|all) (?:wrongdoing|allegations?|charges?))\b/i
const WRONG =
  /\b(?:that|this|it|the (?:claim|report|statement|allegation|story)) (?:is|was|were) (?:\w+ )?(?:wrong|false|untrue|incorrect|a lie|not true|nonsense|invented)\b/i

/** Sentences that only point back: 'We withdraw the statement', 'He denied it'. They speak of the nearest statement before. */
export function takenBackIn(
  statements: readonly Statement[],
  text: string,
  sentences: readonly Span[],
): Card['takenBack'] {
  const out: Card['takenBack'][number][] = []
  const inOrder = [...statements].sort((a, b) => a.evidence.start - b.evidence.start)
  for (const [i, statement] of inOrder.entries()) {
    if (statement.polarity === 'negative') continue
    const sentence = sentences[statement.sentence]
    const words = sentence ? text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400)) : ''
    const wrong = WRONG.test(words) && statement.tellers.length === 0
    const how =
      statement.frame === 'withdraw' || wrong ? 'retracted' : statement.frame === 'deny' ? 'denied' : null
    if (!how || (!wrong && !ANAPHORA.test(statement.evidence.text))) continue
    const before = inOrder
      .slice(0, i)
      .filter(
        (s) =>
          s.sentence < statement.sentence && s.sentence >= statement.sentence - (how === 'retracted' ? 3 : 2),
      )
    const about = before.filter(
      (s) =>
        !isLight(s.frame) &&
        s.frame !== 'deny' &&
        s.frame !== 'withdraw' &&
        (how === 'retracted' || sharesDoer(s, statement)),
    )
    if (statement.strength > 0 && about.length > 0)
      out.push({
        by: statement.id,
        of: about
          .slice(-8)
          .map((s) => s.id)
          .reverse(),
        how,
      })
  }
  return out
}
const sharesDoer = (a: Statement, b: Statement): boolean => b.doer !== null && a.entities.includes(b.doer)
