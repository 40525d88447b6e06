/**
 * What a case's documents say together, kept in the store: entities, propositions, findings. Called when reading has come to
 * an end, when a person decided something, and when a document was taken out.
 */
import { createHash } from 'node:crypto'
import { compareAdded, cutTo, keysOf } from '../compare/added.js'
import { compareAll, type Compared } from '../compare/compare.js'
import type { Surroundings } from '../compare/context.js'
import type { Card } from '../compare/statement.js'
import { blockKeys } from '../resolve/blocks.js'
import { containment } from '../resolve/containment.js'
import type { LocalEntity } from '../resolve/local-entity.js'
import { resolve } from '../resolve/resolve.js'
import { resolveMore } from '../resolve/resolve-more.js'
import type { CaseEntity, Judgement } from '../schema/case.js'
import type { Evidence, Finding } from '../schema/reading.js'
import {
  cardsOf,
  keepLocals,
  keptDocuments,
  localsOf,
  readDocuments,
  rejectedClaims,
  standingJudgements,
} from './case-workings.js'
import type { Home } from './home.js'
import { rememberVectors } from './remembered-vectors.js'

export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>

/** Up to so many documents all are compared anew: it takes seconds, and nothing can be missed. */
export const FEW = 400
/** More than this share of a case at once is compared with all of it. */
const MANY = 0.05
/** Claims that share a block with a new document's, at most: beyond it the rest is compared when all are. */
const MOST_NEAR = 20_000
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
    added.length <= Math.max(1, documents.length * MANY)
  if (some) for (const id of added) await addOne(home, caseId, id, documents, fresh, judgements, networks)
  else if (networks?.embed && documents.length <= few) {
    const remembered = await rememberVectors(home, caseId, networks.embed)
    await compareWhole(home, caseId, documents, judgements, { ...networks, embed: remembered.embed })
    await remembered.keep(true)
  } else await compareWhole(home, caseId, documents, judgements, networks)
  await home.store.workings.save(caseId, JUDGED, [{ document: '', value: decided }])
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
  const { entities, doubtful, entityOf } = resolve(locals, judgements)
  const isNamed = namedOf(entities)
  const meant = { entityOf, isNamed }
  const cards = await cardsOf(home, caseId, documents, locals, meant, rejectedClaims(judgements))
  const compared = await compareAll(cards, {
    nameOf: namesOf(entities),
    within: containment(entities, locals, entityOf),
    ...(networks ?? { embed: null }),
  })
  return { locals, entities, doubtful, entityOf, compared }
}

/** One document more in a large case: only what shares a block with it. */
async function addOne(
  home: Home,
  caseId: string,
  id: string,
  documents: readonly string[],
  fresh: readonly LocalEntity[],
  judgements: readonly Judgement[],
  networks: Pick<Surroundings, 'embed' | 'relate'> | null,
): Promise<void> {
  const { store } = home
  const added = fresh.filter(({ document }) => document === id)
  const near = await store.entities.inBlocks(caseId, [...new Set(added.flatMap(blockKeys))])
  const naming = new Set(near.flatMap((entity) => entity.members.map(documentOf)))
  const members = documents.filter((document) => naming.has(document))
  const wanted = new Set(near.flatMap((entity) => entity.members))
  const known = (await localsOf(home, caseId, members)).filter(({ key }) => wanted.has(key))
  const changes = resolveMore(near, known, added, judgements)
  await store.entities.save(caseId, changes.entities, changes.gone, changes.doubtful)
  await saveEntityBlocks(home, caseId, changes.entities, [...known, ...added])

  const rejected = rejectedClaims(judgements)
  const ofDocument = async (document: string): Promise<ReadonlyMap<string, string>> => {
    const own = await store.entities.ofDocument(caseId, document)
    return new Map(Object.entries(own).map(([local, entity]) => [`${document}#${local}`, entity]))
  }
  const standing = new Map<string, CaseEntity>()
  const entityNamed = (entity: string): boolean => (standing.get(entity)?.names.length ?? 0) > 0
  for (const entity of [...near, ...changes.entities]) standing.set(entity.id, entity)
  const [card] = await cardsOf(
    home,
    caseId,
    [id],
    added,
    { entityOf: await ofDocument(id), isNamed: entityNamed },
    rejected,
  )
  if (!card) return
  const keys = [...new Set(keysOf(card).map(({ key }) => key))]
  const sharing = new Map<string, Set<string>>()
  let count = 0
  for await (const claim of store.claims.inBlocks(caseId, keys)) {
    sharing.set(claim.document, (sharing.get(claim.document) ?? new Set()).add(claim.id))
    if (++count >= MOST_NEAR) break
  }
  const others = [...sharing.keys()].filter((document) => document !== id)
  const cards: Card[] = []
  const locals = await localsOf(home, caseId, others)
  for (const document of others) {
    const entityOf = await ofDocument(document)
    for (const entity of new Set(entityOf.values()))
      if (!standing.has(entity)) {
        const found = await store.entities.get(caseId, entity)
        if (found) standing.set(entity, found)
      }
    const own = locals.filter((local) => local.document === document)
    const [other] = await cardsOf(home, caseId, [document], own, { entityOf, isNamed: entityNamed }, rejected)
    if (other) cards.push(cutTo(other, sharing.get(document)!))
  }
  const compared = keyed(
    await compareAdded(card, cards, {
      nameOf: (entity) => standing.get(entity)?.name ?? '',
      within: containment([...standing.values()], [...added, ...locals], await ofDocument(id)),
      ...(networks ?? { embed: null }),
    }),
  )
  await saveAdded(home, caseId, compared, new Set(cards.flatMap((c) => c.statements.map((s) => s.id))))
  await saveClaimBlocks(home, caseId, [card])
}

/** With the claims of evidence by their ids in the case, `document#claim`, which the store and the workbench go by. */
function keyed(compared: Compared): Compared {
  const keys = new Map(
    [...compared.context.statements.keys()].map((key) => [key.slice(key.indexOf('#') + 1), key]),
  )
  const evidence = (all: readonly Evidence[]): Evidence[] =>
    all.map((one) => ({ ...one, claim: one.claim === null ? null : (keys.get(one.claim) ?? one.claim) }))
  return {
    ...compared,
    propositions: compared.propositions.map((p) => ({
      ...p,
      evidence: evidence(p.evidence),
      origins: {
        ...p.origins,
        list: p.origins.list.map((origin) => ({ ...origin, evidence: evidence(origin.evidence) })),
      },
    })),
    findings: compared.findings.map((finding) => ({
      ...finding,
      sides: finding.sides.map((side) => ({ ...side, evidence: evidence(side.evidence) })),
    })),
  }
}

/** New propositions take the place of those whose claims they hold; of findings only those that were looked at again can fall. */
async function saveAdded(
  home: Home,
  caseId: string,
  compared: Compared,
  looked: ReadonlySet<string>,
): Promise<void> {
  const { comparison } = home.store
  const held = new Set(compared.proposed.flatMap(({ members }) => members.map(({ id }) => id)))
  const propositions = new Set(compared.propositions.map(({ id }) => id))
  const findings = new Set(compared.findings.map(({ id }) => id))
  const goneP = new Set<string>()
  const goneF = new Set<string>()
  const all = (finding: Finding): readonly (string | null)[] =>
    finding.sides.flatMap(({ evidence }) => evidence.map(({ claim }) => claim))
  for (const claim of held) {
    if (!looked.has(claim)) continue
    for (const { id } of (await comparison.propositions(caseId, { claim }, { limit: 100 })).rows)
      if (!propositions.has(id)) goneP.add(id)
    for (const finding of (await comparison.findings(caseId, { claim }, { limit: 100 })).rows)
      if (!findings.has(finding.id) && all(finding).every((c) => c !== null && held.has(c)))
        goneF.add(finding.id)
  }
  await comparison.save(caseId, compared.propositions, compared.findings, {
    propositions: [...goneP],
    findings: [...goneF],
  })
}

const documentOf = (key: string): string => key.slice(0, key.indexOf('#'))

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

async function saveEntityBlocks(
  home: Home,
  caseId: string,
  entities: readonly CaseEntity[],
  locals: readonly LocalEntity[],
): Promise<void> {
  const byKey = new Map(locals.map((local) => [local.key, local]))
  const rows = entities.flatMap((entity) => {
    const keys = new Set(
      entity.members.flatMap((member) => {
        const local = byKey.get(member)
        return local ? blockKeys(local) : []
      }),
    )
    return [...keys].map((key) => ({ entity: entity.id, key }))
  })
  await home.store.entities.saveBlocks(caseId, rows)
}

async function saveClaimBlocks(home: Home, caseId: string, cards: readonly Card[]): Promise<void> {
  const rows = cards.flatMap((card) => keysOf(card).map(({ statement, key }) => ({ claim: statement, key })))
  for (let i = 0; i < rows.length; i += 20_000)
    await home.store.claims.saveBlocks(caseId, rows.slice(i, i + 20_000))
}
