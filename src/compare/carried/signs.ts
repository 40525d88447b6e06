/** What tells whether two sentences of two documents carry what one origin says. */
import type { Related } from '../../inference/relate.js'
import { isPrimary } from '../document-kind.js'
import type { Lineage } from '../lineage.js'
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { saidOf } from '../passages/said.js'
import type { Values } from '../regression.js'
import { contentWords } from '../words/content.js'
import { candidatesIn, type Candidate, type Candidates } from './candidates.js'

export interface Carried extends Candidate {
  readonly signs: Values
}

/** Below the nearest of a third document lies one that does not say it. */
const SAYS_IT_TOO = 0.7
const SAYING =
  /\b(?:told|tells?|said|says|saying|according|report(?:s|ed)|wr(?:ote|ites)|quoted|heard|stated?|statement|claim(?:s|ed)?|maintain(?:s|ed)?|citing|testified|declared|account|word)\b/i
const NEGATIVE = /\b(?:not|no|never|nobody)\b/i

/** Pairs that may carry one origin's word, with their signs. None where there is no encoder or no network for pairs. */
export async function carriedPairs(passages: Passages, lineage: Lineage): Promise<Carried[]> {
  const { relate } = passages.context
  if (!relate) return []
  const candidates = await candidatesIn(passages)
  const answers = await relate(
    candidates.pairs.map(
      ({ earlier, later }) => [saidOf(earlier, passages.context), saidOf(later, passages.context)] as const,
    ),
  )
  return candidates.pairs.map((pair, i) => ({
    ...pair,
    signs: {
      ...ofOne('earlier', pair.earlier, passages, candidates),
      ...ofOne('later', pair.later, passages, candidates),
      ...shared(pair, passages),
      ...passedOn(pair, passages, lineage),
      ...answered(answers[i]!),
    },
  }))
}

const is = (yes: boolean): number => (yes ? 1 : 0)

function ofOne(side: string, p: Passage, { cardOf }: Passages, { nearest }: Candidates): Values {
  const { kind } = cardOf(p)
  const { text } = p.evidence
  const others = nearest.get(p) ?? []
  return {
    [`${side} voice`]: is(p.voice !== ''),
    [`${side} primary`]: is(isPrimary(kind)),
    [`${side} press`]: is(kind === 'press'),
    [`${side} hedged`]: is(p.hedged),
    [`${side} saying`]: is(SAYING.test(text)),
    [`${side} quotes`]: is(/[“"«]/.test(text)),
    [`${side} negative`]: is(NEGATIVE.test(text)),
    [`${side} head`]: is(p.sentence < 3),
    [`${side} length`]: Math.log(1 + p.words.length),
    [`${side} third`]: others[1] ?? 0,
    [`${side} many`]: others.filter((n) => n >= SAYS_IT_TOO).length,
  }
}

function shared({ earlier: a, later: b, near }: Candidate, { weight }: Passages): Values {
  const sum = (list: readonly string[]): number => list.reduce((n, w) => n + weight(w), 0)
  const whole = (p: Passage): number => sum(p.words) + sum(p.names)
  const words = sum(a.words.filter((w) => b.words.includes(w)))
  const names = sum(a.names.filter((w) => b.names.includes(w)))
  const figures = a.amounts.filter((x) => b.amounts.some((y) => x.value === y.value)).length
  return {
    near,
    words,
    names,
    shared: (words + names) / Math.max(1, Math.min(whole(a), whole(b))),
    figures: Math.min(2, figures),
    otherFigures: is(a.amounts.length > 0 && b.amounts.length > 0 && figures === 0),
    time: is(a.times.some((t) => b.times.includes(t))),
  }
}

/** Whether the later document has it from the earlier, or both from one voice. */
function passedOn({ earlier: a, later: b }: Candidate, passages: Passages, lineage: Lineage): Values {
  const [first, second] = [passages.cardOf(a), passages.cardOf(b)]
  const issuer = contentWords(`${first.publisher ?? ''} ${first.author?.name ?? ''}`)
  const before = new Set([0, -1, -2].flatMap((by) => (by === 0 ? b : passages.beside(b, by))?.names ?? []))
  const voiceOf = (p: Passage): string => p.voice || (passages.cardOf(p).author?.entity ?? '')
  return {
    named: is(lineage.namesPublisherOf(second, first)),
    back: is(lineage.namesPublisherOf(first, second)),
    repeats: is(lineage.repeats(second, first)),
    here: is(issuer.some((w) => before.has(w))),
    oneVoice: is(voiceOf(a) !== '' && voiceOf(a) === voiceOf(b)),
    corrects: is(passages.corrects(a) || passages.corrects(b)),
  }
}

const answered = ({ same, differ }: Related): Values => ({
  same,
  sameLogit: Math.log((same + 0.001) / (1.001 - same)),
  differ,
})
