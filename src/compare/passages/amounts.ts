/** Two figures of one thing: 'the loss of nine residents', 'eleven residents died'. */
import { sameAmount, sameUnit } from '../words/numbers.js'
import { oneVoice, type Passages, type Raised } from './index.js'
import type { Passage } from './passage.js'
import { merged } from './states.js'
import { OPEN } from './words.js'
import { timesApart } from './whether.js'

/** Counted everywhere, so that two counts of them are of two things. */
const COMMON =
  /^(?:|day|week|month|year|hour|minute|people|person|man|woman|time|metre|kilometre|percent|page|side|euro|dollar|pound|krone|krona|franc|rouble|tenge|lira|peso|yen|kg|ton|hand|two|three)$/
const PART =
  /\b(?:of (?:the|them|these|which|whom|its|their)|another|other|first|second|third|last|remaining|rest|each|in total|altogether|more|further|again|so far|rose|risen|now)\b/i
/** What two sentences share beside the thing counted. */
const TELLING = 4.5

/** Sentences that count one thing differently and share what else they speak of. */
export function countsApart(passages: Passages): Raised[] {
  const out: Raised[] = []
  const counts = passages.all.filter(
    (p) => single(p) && !OPEN.test(p.evidence.text) && !PART.test(p.evidence.text) && !passages.corrects(p),
  )
  const at = new Map(counts.map((p, i) => [p, i] as const))
  for (const [i, p] of counts.entries())
    for (const q of passages.sharing([...p.words, ...p.written])) {
      const j = at.get(q)
      if (j === undefined || j <= i || oneVoice(p, q, passages) || timesApart(p, q)) continue
      const [x, y] = [single(p)!, single(q)!]
      if (!sameUnit(x, y) || sameAmount(x, y)) continue
      const shared = [...p.words, ...p.written].filter(
        (w) => w !== x.unit && (q.words.includes(w) || q.written.includes(w)),
      )
      if (shared.length < 2 || shared.reduce((n, w) => n + passages.weight(w), 0) < TELLING) continue
      out.push({ kind: 'contradiction', on: 'number', sides: [[p], [q]], why: '', score: 0.6 })
    }
  return merged(out)
}

/** The one figure of a sentence that counts something telling. */
function single(p: Passage): Passage['amounts'][number] | null {
  const telling = p.amounts.filter(({ unit, bound }) => !COMMON.test(unit) && bound === 'exact')
  return telling.length === 1 ? telling[0]! : null
}
