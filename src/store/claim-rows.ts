import type { Claim, Certainty } from '../schema/reading.js'
import { OPEN } from './claim-status.js'
import { daysOf } from './days.js'
import { folded, indexable } from './fold.js'
import { placeOf } from './place.js'
import type { Tables } from './tables.js'

/** From the firmest; numbers, so that they sort. */
export const CERTAINTIES: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown']
/** Stands for "no typed property" and sorts after every name of one. */
export const NO_PROPERTY = '~'

interface Rows {
  readonly claims: readonly Tables['claims'][]
  readonly texts: readonly Tables['claim_texts'][]
  readonly words: readonly Tables['claim_words'][]
  readonly sources: readonly Tables['claim_sources'][]
  readonly terms: readonly Tables['claim_terms'][]
}

/** The rows by which the claims of one document are found. `verdicts` gives the status of the judged ones, `said` when. */
export function claimRows(
  owner: { readonly case_id: string; readonly number: number },
  claims: readonly Claim[],
  verdicts: ReadonlyMap<string, string>,
  said: ReadonlyMap<string, string>,
): Rows {
  const rows = {
    claims: [] as Tables['claims'][],
    texts: [] as Tables['claim_texts'][],
    words: [] as Tables['claim_words'][],
    sources: [] as Tables['claim_sources'][],
    terms: [] as Tables['claim_terms'][],
  }
  const case_id = owner.case_id
  claims.forEach((claim, index) => {
    const at = placeOf(owner.number, index)
    const time = daysOf(claim.time)
    const facts = {
      property: claim.property ?? NO_PROPERTY,
      certainty: CERTAINTIES.indexOf(claim.certainty),
      polarity: claim.polarity,
      status: verdicts.get(claim.id) ?? OPEN,
    }
    rows.claims.push({
      case_id,
      at,
      claim_id: claim.id,
      ...facts,
      origin: indexable(claim.chain.at(-1)?.who.text ?? ''),
      edtf: claim.time,
      time_from: time.from,
      time_to: time.to,
      said: said.get(claim.id) ?? null,
    })
    rows.texts.push({ case_id, at, json: JSON.stringify(claim) })
    const names = new Set(claim.chain.map((link) => indexable(link.who.text)))
    rows.words.push({
      case_id,
      at,
      folded: folded(claim.text),
      sources: JSON.stringify([...names]),
      ...facts,
    })
    for (const who of names) rows.sources.push({ case_id, who, at, ...facts })
    for (const [role, entity] of termsOf(claim))
      rows.terms.push({ case_id, document: owner.number, entity, role, at })
  })
  return rows
}

function termsOf(claim: Claim): [role: string, entity: string][] {
  const terms: [string, string][] = []
  if (claim.subject.entity) terms.push(['s', claim.subject.entity])
  if (claim.object?.entity) terms.push(['o', claim.object.entity])
  if (claim.place) terms.push(['p', claim.place])
  const others = new Set(claim.roles.map(({ term }) => term.entity))
  for (const entity of others) if (entity) terms.push(['r', entity])
  return terms
}
