/** What cannot have been: an act after death or before birth, in two places on one day. */
import type { Finding } from '../schema/reading.js'
import { bounded, interval } from './alike.js'
import type { Context } from './context.js'
import { finding, quoted, sideOfStatements } from './finding.js'
import type { Lineage } from './lineage.js'
import type { Statement } from './statement.js'
import { WEIGHTS } from './tests.js'

/** Statements of one doer that are looked at; of more, those with a time come first anyway. */
const MOST = 5000
/** What may be said of the dead. */
const POSTHUMOUS =
  /^~?(?:die|kill|bury|survive|remember|honour|honor|mourn|name|be|have|cremate|lie|leave|exhume|find|found|own|spouse|parent|marry|bear|become|know|call|say|write|tell|accuse|describe|charge|mention|celebrate|commemorate)$/

/** A sentence that tells of the death dates the telling. */
const OF_DEATH = /\b(?:died|death|funeral|was killed|late)\b/i
/** Of father and son of one name, the son. */
const YOUNGER = /\b(?:junior|jr|the younger|the son)\b/i

/** Findings over everything that each entity does at a known time. Linear but for those of one day. */
export function impossibilities(
  statements: Iterable<Statement>,
  context: Context,
  lineage: Lineage,
): Finding[] {
  const lives = new Map<string, Statement[]>()
  for (const s of statements) {
    if (s.polarity === 'negative' || s.time === null || s.strength < 2 || s.cues.includes('future')) continue
    for (const who of new Set([s.doer, s.patient])) {
      if (who === null || who.startsWith('~')) continue
      const life = lives.get(who)
      if (!life) lives.set(who, [s])
      else if (life.length < MOST) life.push(s)
    }
  }
  const out: Finding[] = []
  for (const [who, life] of lives) {
    out.push(...outsideLife(who, life, context, lineage), ...inTwoPlaces(who, life, context, lineage))
  }
  return out
}

function outsideLife(who: string, life: readonly Statement[], context: Context, lineage: Lineage): Finding[] {
  const of = (frame: string): Statement[] =>
    life.filter(
      (s) => s.frame === frame && (s.doer === who || s.patient === who) && interval(s.time) !== null,
    )
  const deaths = life.filter(
    (s) => (s.frame === 'die' && s.doer === who) || (s.frame === 'kill' && s.patient === who),
  )
  const births = of('bear')
  const out: Finding[] = []
  for (const act of life) {
    if (
      act.doer !== who ||
      POSTHUMOUS.test(act.frame) ||
      YOUNGER.test(act.evidence.text) ||
      OF_DEATH.test(act.evidence.text)
    )
      continue
    const when = interval(act.time)!
    if (!when || !bounded(when)) continue
    const death = deaths.find((d) => interval(d.time) && when.earliest > interval(d.time)!.latest)
    const birth = births.find((b) => interval(b.time) && when.latest < interval(b.time)!.earliest)
    const other = death ?? birth
    if (!other || (other.document === act.document && other.sentence === act.sentence)) continue
    const name = context.nameOf(who)
    out.push(
      finding(
        'impossible',
        death ? 'death' : 'birth',
        [sideOfStatements([other], context, lineage), sideOfStatements([act], context, lineage)],
        `${name} ${death ? 'was dead by' : 'was not born until'} ${other.time}: ${quoted(other)}; yet at ${act.time}: ${quoted(act)}.`,
        WEIGHTS.impossible * (act.strength === 3 ? 1 : 0.85),
      ),
    )
  }
  return out
}

function inTwoPlaces(who: string, life: readonly Statement[], context: Context, lineage: Lineage): Finding[] {
  const days = new Map<number, Statement[]>()
  for (const s of life) {
    const when = interval(s.time)
    if (s.doer !== who || s.place === null || !when || when.earliest !== when.latest) continue
    days.set(when.earliest, [...(days.get(when.earliest) ?? []), s])
  }
  const out: Finding[] = []
  for (const list of days.values())
    for (const [i, a] of list.slice(0, 20).entries())
      for (const b of list.slice(i + 1, 20)) {
        if (a.place === b.place || context.within(a.place!, b.place!) || context.within(b.place!, a.place!))
          continue
        if (a.document === b.document) continue
        out.push(
          finding(
            'impossible',
            'two places at once',
            [sideOfStatements([a], context, lineage), sideOfStatements([b], context, lineage)],
            `${context.nameOf(who)} cannot have been in both places on ${a.time}: ${quoted(a)}; ${quoted(b)}.`,
            WEIGHTS.impossible * 0.85,
          ),
        )
      }
  return out
}
