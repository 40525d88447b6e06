/**
 * What a case's documents say together, kept in the store: entities, propositions, findings. Called when reading has come to
 * an end, when a person decided something, and when a document was taken out.
 */
import { createHash } from 'node:crypto'
import { compareAll } from '../compare/compare.js'
import type { Surroundings } from '../compare/context.js'
import { containment } from '../resolve/containment.js'
import { withMembersFound } from '../resolve/found-names.js'
import { resolve } from '../resolve/resolve.js'
import type { CaseEntity, Judgement } from '../schema/case.js'
import { addToCase } from './add-to-case.js'
import {
  cardsOf,
  keepLocals,
  keptDocuments,
  localsOf,
  readDocuments,
  rejectedClaims,
  standingJudgements,
} from './case-workings.js'
import { keepFound, lookUp } from './found-in-case.js'
import type { Home } from './home.js'
import { rememberVectors } from './remembered-vectors.js'
import { keyed, saveClaimBlocks, saveEntityBlocks } from './save-compared.js'

export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>

/** Up to so many documents all are compared anew: it takes seconds, and nothing can be missed. */
export const FEW = 400
/** More than this share of a case at once is compared with all of it. */
const MANY = 0.05
const JUDGED = 'judged 1'

/**
 * Brings a case's entities, propositions and findings up to date. Doing it twice changes nothing. `anew`: all of it; `few`:
 * up to how many documents all are compared whenever one changes.
 */
export async function investigateCase(
  home: Home,
  caseId: string,
  networks: Pick<Surroundings, 'embed' | 'relate'> | null,
  { anew = false, few = FEW }: { readonly anew?: boolean; readonly few?: number } = {},
): Promise<void> {
  const documents = await readDocuments(home, caseId)
  const kept = new Set(await keptDocuments(home, caseId))
  const judgements = await standingJudgements(home, caseId)
  const added = documents.filter((id) => !kept.has(id))
  const present = new Set(documents)
  const gone = [...kept].filter((id) => !present.has(id))
  const decided = fingerprint(judgements)
  const before = await lastDecided(home, caseId)
  if (!anew && added.length === 0 && gone.length === 0 && decided === before) return
  await home.store.workings.drop(caseId, gone)
  const fresh = await keepLocals(home, caseId, added)
  const some =
    !anew &&
    gone.length === 0 &&
    decided === before &&
    documents.length > few &&
    added.length <= Math.max(1, documents.length * MANY) &&
    !(await areResolved(home, caseId, added))
  if (some) for (const id of added) await addToCase(home, caseId, id, documents, fresh, judgements, networks)
  else if (networks?.embed && documents.length <= few) {
    const remembered = await rememberVectors(home, caseId, networks.embed)
    await compareWhole(home, caseId, documents, judgements, { ...networks, embed: remembered.embed })
    await remembered.keep(true)
  } else await compareWhole(home, caseId, documents, judgements, networks)
  await home.store.workings.save(caseId, JUDGED, [{ document: '', value: decided }])
}

/** Whether one of them is resolved already: it was read anew, and what it said before must go wherever it went. */
async function areResolved({ store }: Home, caseId: string, documents: readonly string[]): Promise<boolean> {
  for (const id of documents)
    if (Object.keys(await store.entities.ofDocument(caseId, id)).length > 0) return true
  return false
}

async function lastDecided(home: Home, caseId: string): Promise<string | null> {
  for await (const { value } of home.store.workings.get<string>(caseId, JUDGED, [''])) return value
  return null
}

/** Of the judgements that change what is compared. */
function fingerprint(judgements: readonly Judgement[]): string {
  const lines = judgements
    .filter(({ kind }) => kind === 'entities' || kind === 'claim')
    .map(({ id, verdict }) => `${id} ${verdict}`)
    .sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

async function compareWhole(
  home: Home,
  caseId: string,
  documents: readonly string[],
  judgements: readonly Judgement[],
  networks: Pick<Surroundings, 'embed' | 'relate'> | null,
): Promise<void> {
  const {
    compared: plain,
    entities,
    doubtful,
    locals,
    found,
  } = await wholeCase(home, caseId, documents, judgements, networks)
  const compared = keyed(plain)
  const old = await allEntityIds(home, caseId)
  const now = new Set(entities.map(({ id }) => id))
  await home.store.entities.save(
    caseId,
    entities,
    old.filter((id) => !now.has(id)),
    doubtful,
  )
  await keepFound(home, caseId, found)
  await saveEntityBlocks(home, caseId, entities, locals)
  await home.store.comparison.save(caseId, compared.propositions, compared.findings, {
    propositions: await missing(home, caseId, 'propositions', compared.propositions),
    findings: await missing(home, caseId, 'findings', compared.findings),
  })
  await saveClaimBlocks(home, caseId, [...compared.context.cards.values()])
}

/** A case compared in memory, as it stands. */
export async function wholeCase(
  home: Home,
  caseId: string,
  documents: readonly string[],
  judgements: readonly Judgement[],
  networks: Pick<Surroundings, 'embed' | 'relate'> | null,
) {
  const locals = await localsOf(home, caseId, documents)
  const resolved = resolve(locals, judgements)
  const found = await lookUp(home, caseId, documents, resolved.entities, resolved.entityOf, judgements)
  const { entities, entityOf } = withMembersFound(resolved.entities, resolved.entityOf, found)
  const standing = new Set(entities.map(({ id }) => id))
  const doubtful = resolved.doubtful.filter(({ left, right }) => standing.has(left) && standing.has(right))
  const meant = { entityOf, isNamed: namedOf(entities), found }
  const cards = await cardsOf(home, caseId, documents, locals, meant, rejectedClaims(judgements))
  const compared = await compareAll(cards, {
    nameOf: namesOf(entities),
    within: containment(entities, locals, entityOf),
    ...(networks ?? { embed: null }),
  })
  return { locals, entities, doubtful, entityOf, found, compared }
}

const namesOf = (entities: readonly CaseEntity[]): ((id: string) => string) => {
  const byId = new Map(entities.map((entity) => [entity.id, entity.name]))
  return (id) => byId.get(id) ?? ''
}

function namedOf(entities: readonly CaseEntity[]): (id: string) => boolean {
  const named = new Set(entities.filter(({ names }) => names.length > 0).map(({ id }) => id))
  return (id) => named.has(id)
}

const PAGE = 1000

async function allEntityIds(home: Home, caseId: string): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await home.store.entities.list(caseId, {}, { offset, limit: PAGE })
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < PAGE) return ids
  }
}

/** Ids that stand in the store and are not among those found now. */
async function missing(
  home: Home,
  caseId: string,
  what: 'propositions' | 'findings',
  found: readonly { readonly id: string }[],
): Promise<string[]> {
  const now = new Set(found.map(({ id }) => id))
  const ids: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await home.store.comparison[what](caseId, {}, { offset, limit: PAGE })
    for (const { id } of rows) if (!now.has(id)) ids.push(id)
    if (rows.length < PAGE) return ids
  }
}
