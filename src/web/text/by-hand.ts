/** What people made of a document's claims: decided, corrected, added. The reading itself stays as it was. */
import type { Judgement } from '../../schema/case.js'
import type { Certainty, Claim, Link, Polarity } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'

/** What stands in a judgement 'correct'; fields that are left out stay as they were read. */
export interface Correction {
  readonly certainty?: Certainty
  readonly polarity?: Polarity
  /** Whom the words lead back to. */
  readonly who?: string
}

export interface Remark {
  readonly verdict: 'accepted' | 'rejected' | null
  readonly corrected: Judgement | null
  readonly added: Judgement | null
}

const NOTHING: Remark = { verdict: null, corrected: null, added: null }
const FIELD = { correct: 'corrected', add: 'added' } as const

/** By a claim's id within its document; of several decisions, the last one counts. */
export function remarksOf(judgements: readonly Judgement[]): ReadonlyMap<string, Remark> {
  const remarks = new Map<string, Remark>()
  for (const judgement of [...judgements].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const { kind, left, verdict } = judgement
    if (kind !== 'claim' || judgement.withdrawn !== null) continue
    const id = left.slice(left.indexOf('#') + 1)
    const before = remarks.get(id) ?? NOTHING
    if (verdict === 'accept') remarks.set(id, { ...before, verdict: 'accepted' })
    else if (verdict === 'reject') remarks.set(id, { ...before, verdict: 'rejected' })
    else if (verdict === 'correct' || verdict === 'add')
      remarks.set(id, { ...before, [FIELD[verdict]]: judgement })
  }
  return remarks
}

/** The claim as it was corrected. */
export function corrected(claim: Claim, remark: Remark | undefined): Claim {
  if (!remark?.corrected) return claim
  const { certainty, polarity, who } = remark.corrected.value as Correction
  return {
    ...claim,
    ...(certainty ? { certainty } : {}),
    ...(polarity ? { polarity } : {}),
    ...(who ? { chain: ledTo(claim.chain, who) } : {}),
  }
}

/** Claims that people added, in the shape of those that were read; what nobody filled in stays empty. */
export function addedClaims(remarks: ReadonlyMap<string, Remark>, own: Link | undefined): Claim[] {
  return [...remarks].flatMap(([id, { added }]) => {
    if (!added) return []
    const { evidence, text, who } = added.value as { evidence: Span[]; text: string; who: string | null }
    const [first] = evidence
    if (!first) return []
    const chain = [own ?? link('')]
    return [
      {
        id,
        evidence,
        text,
        subject: { ...first, text },
        predicate: '',
        property: null,
        object: null,
        roles: [],
        time: null,
        place: null,
        polarity: 'positive' as const,
        certainty: 'certain' as const,
        hedges: [],
        chain: who ? [...chain, link(who)] : chain,
      },
    ]
  })
}

const link = (who: string): Link => ({
  who: { text: who },
  kind: who === '' ? 'document' : 'named',
  stance: 'asserts',
  certainty: 'certain',
  quantifier: null,
  cue: null,
  attribution: null,
})

/** With `who` at the far end; a claim that nobody was named for gets its first teller. */
function ledTo(chain: readonly Link[], who: string): readonly Link[] {
  const last = chain.at(-1)
  if (!last || chain.length < 2) return [...chain, link(who)]
  return [...chain.slice(0, -1), { ...last, who: { text: who }, kind: 'named' }]
}
