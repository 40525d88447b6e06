/** The statements of a case's sentence that come nearest to a draft's: whose they are decides how many origins carry it. */
import { conceptsOf } from '../meant.js'
import type { Context } from '../context.js'
import type { Statement } from '../statement.js'
import { fold } from '../words/content.js'
import type { Spoken } from './ground.js'

/** One statement for a sentence that says what the draft's sentence says; made of the sentence where nothing was read in it. */
export function carrierIn(p: Spoken, d: Spoken, context: Context): Statement {
  const words = new Set([...d.concepts, ...d.statements.flatMap((s) => [...conceptsOf(s)])])
  const entities = new Set(d.statements.flatMap((s) => s.entities))
  let best: Statement | null = null
  let most = -1
  for (const s of p.statements) {
    const shared =
      [...conceptsOf(s)].filter((w) => words.has(w)).length +
      s.entities.filter((id) => entities.has(id)).length +
      0.1 * s.tellers.length
    if (shared > most) [best, most] = [s, shared]
  }
  if (!best) return made(p, context)
  // Who says it may have been read for another clause of the sentence only
  const teller = p.statements.find((s) => s.tellers.length > 0 && isVoice(s, p))
  return best.tellers.length === 0 && teller ? { ...best, tellers: teller.tellers } : best
}
const isVoice = ({ tellers }: Statement, { passage }: Spoken): boolean =>
  [tellers.at(-1)!.entity, fold(tellers.at(-1)!.name)].includes(passage.voice)

function made({ passage }: Spoken, context: Context): Statement {
  const name = context.nameOf(passage.voice) || passage.voice
  return {
    id: `${passage.document}#sentence ${passage.sentence}`,
    document: passage.document,
    evidence: passage.evidence,
    frame: '~',
    doer: null,
    patient: null,
    entities: passage.entities,
    stems: passage.words,
    amounts: passage.amounts,
    time: passage.times[0] ?? null,
    gist: passage.evidence.text.slice(0, 300),
    place: null,
    polarity: 'positive',
    strength: 3,
    tellers:
      name === ''
        ? []
        : [
            {
              name,
              entity: context.nameOf(passage.voice) ? passage.voice : null,
              kind: 'named',
              stance: 'asserts',
              certainty: 'certain',
              count: 1,
              of: null,
            },
          ],
    hearsay: false,
    cues: [],
    named: [],
    sentence: passage.sentence,
    heading: false,
  }
}
