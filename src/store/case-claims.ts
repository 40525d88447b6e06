import type { CaseClaim } from '../schema/case.js'
import type { Claim, Link, Term } from '../schema/reading.js'
import type { Connection, Dialect } from './database/database.js'
import { keyOf } from './keys.js'
import { documentOf } from './place.js'
import { among } from './rows.js'

/** The claims at these places, in this order, with the case's ids for entities. */
export async function claimsAt(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  places: readonly number[],
): Promise<CaseClaim[]> {
  if (places.length === 0) return []
  const texts = await db
    .selectFrom('claim_texts')
    .select(['at', 'json'])
    .where('case_id', '=', caseId)
    .where(among(dialect, 'at', places))
    .execute()
  const byPlace = new Map(texts.map((row) => [row.at, row.json]))
  const numbers = [...new Set(places.map(documentOf))]
  const documents = await db
    .selectFrom('documents')
    .select(['number', 'id', 'file'])
    .where('case_id', '=', caseId)
    .where(among(dialect, 'number', numbers))
    .execute()
  const members = await db
    .selectFrom('entity_members')
    .select(['document', 'entity', 'entity_id'])
    .where('case_id', '=', caseId)
    .where(among(dialect, 'document', numbers))
    .execute()
  const byNumber = new Map(documents.map((d) => [d.number, d]))
  const byMember = new Map(members.map((m) => [`${m.document}#${m.entity}`, m.entity_id]))
  return places.flatMap((at) => {
    const document = byNumber.get(documentOf(at))
    const json = byPlace.get(at)
    if (!document || json === undefined) return []
    const claim = JSON.parse(json) as Claim
    const entity = (local: string) => byMember.get(`${document.number}#${local}`) ?? keyOf(document.id, local)
    return [
      {
        id: keyOf(document.id, claim.id),
        document: document.id,
        file: document.file,
        claim: withEntities(claim, entity),
      },
    ]
  })
}

/** The claim with each entity's id replaced. One that no entity of the case holds yet goes by `document#entity`. */
function withEntities(claim: Claim, entity: (local: string) => string): Claim {
  const term = (t: Term): Term => (t.entity === undefined ? t : { ...t, entity: entity(t.entity) })
  const link = (l: Link): Link =>
    l.who.entity === undefined ? l : { ...l, who: { ...l.who, entity: entity(l.who.entity) } }
  return {
    ...claim,
    subject: term(claim.subject),
    object: claim.object && term(claim.object),
    roles: claim.roles.map((r) => ({ ...r, term: term(r.term) })),
    place: claim.place === null ? null : entity(claim.place),
    chain: claim.chain.map(link),
  }
}
