/** People, organisations and places of a case; one as a short life; and pairs that may be one. */
import { Hono } from 'hono'
import type { Case, CaseClaim, CaseEntity, DoubtfulPair } from '../../schema/case.js'
import type { Finding } from '../../schema/reading.js'
import type { Store } from '../../store/store.js'
import type { Doubt, Profile } from '../views.js'
import { type CaseEnv, found } from './case-of.js'
import type { Desk } from './desk.js'
import { windowOf } from './documents.js'
import { ENTITIES, parse, WINDOW } from './query.js'

const MOST_CLAIMS = 500
const MOST_RELATIONS = 60
const MOST_EACH = 5

export function entityRoutes(desk: Desk): Hono<CaseEnv> {
  const { entities } = desk.store
  return new Hono<CaseEnv>()
    .get('/', async (c) => {
      const { offset, limit, ...filter } = parse(ENTITIES, c.req.query())
      return c.json(await entities.list(c.var.case.id, filter, windowOf({ offset, limit })))
    })
    .get('/:id', async (c) => {
      const entity = found(await entities.get(c.var.case.id, c.req.param('id')), 'entity')
      return c.json(await profileOf(desk.store, c.var.case, entity))
    })
}

export function doubtRoutes(desk: Desk): Hono<CaseEnv> {
  return new Hono<CaseEnv>().get('/', async (c) => {
    const window = windowOf(parse(WINDOW, c.req.query()))
    const { rows, total } = await desk.store.entities.doubtful(c.var.case.id, window)
    const doubts = await Promise.all(rows.map((pair) => doubtOf(desk.store, c.var.case, pair)))
    return c.json({ rows: doubts.filter((doubt) => doubt !== null), total })
  })
}

async function profileOf(store: Store, of: Case, entity: CaseEntity): Promise<Profile> {
  const { rows: claims } = await store.claims.list(
    of.id,
    { entity: entity.id, sort: 'time' },
    { limit: MOST_CLAIMS },
  )
  const ids = [...new Set(entity.members.map(documentOfKey))]
  const [said, records, decided, propositions] = await Promise.all([
    store.claims.list(of.id, { who: entity.name }, { limit: 1 }),
    Promise.all(ids.slice(0, MOST_CLAIMS).map((id) => store.documents.get(of.id, id))),
    store.judgements.list(of.id, { standing: true }, { limit: 1000 }),
    store.comparison.propositions(of.id, { entity: entity.id }, { limit: 1000 }),
  ])
  const group = new Map<string, string>()
  for (const { id, evidence } of propositions.rows)
    for (const { claim } of evidence) if (claim !== null) group.set(claim, id)
  const documents = records.filter((record) => record !== null && record.state !== 'removed')
  return {
    entity,
    lines: await linesOf(store, of, claims, group),
    spellings: await spellingsOf(store, of, entity),
    relations: await relationsOf(store, of, entity, claims),
    says: said.total,
    documents: documents.filter((record) => record !== null),
    judgements: decided.rows.filter(
      ({ kind, left, right }) =>
        (kind === 'entities' || kind === 'redaction') &&
        entity.members.some((member) => member === left || member === right),
    ),
  }
}

const documentOfKey = (key: string): string => key.slice(0, key.indexOf('#'))

/** Claims of one proposition are one line; dated lines come first. */
async function linesOf(
  store: Store,
  of: Case,
  claims: readonly CaseClaim[],
  group: ReadonlyMap<string, string>,
): Promise<Profile['lines']> {
  const lines = new Map<string, CaseClaim[]>()
  for (const claim of claims) {
    const key = group.get(claim.id) ?? claim.id
    lines.set(key, [...(lines.get(key) ?? []), claim])
  }
  const made = await Promise.all(
    [...lines.values()].map(async (same) => {
      // Of several wordings the one that says when, and what kind of fact it is.
      const claim =
        same.find((c) => c.claim.time && c.claim.property) ?? same.find((c) => c.claim.time) ?? same[0]!
      const findings = new Map<string, Finding>()
      for (const { id } of same.slice(0, MOST_EACH))
        for (const finding of (await store.comparison.findings(of.id, { claim: id }, { limit: MOST_EACH }))
          .rows)
          findings.set(finding.id, finding)
      const { time, property } = claim.claim
      const also = same.filter((other) => other !== claim)
      return { time, property, claim, also, findings: [...findings.values()] }
    }),
  )
  return made.sort((a, b) => order(a.time, b.time) || order(a.property, b.property))
}

const order = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1

async function spellingsOf(store: Store, of: Case, entity: CaseEntity): Promise<Profile['spellings']> {
  const where = new Map<string, Map<string, string>>(entity.names.map((name) => [name, new Map()]))
  for (const key of entity.members.slice(0, MOST_CLAIMS)) {
    const id = documentOfKey(key)
    const reading = (await store.documents.derived(of.id, id))?.reading
    const own = reading?.entities.find((local) => `${id}#${local.id}` === key)
    if (!reading || !own) continue
    for (const name of [own.name, ...own.aliases]) {
      const documents = where.get(name) ?? new Map<string, string>()
      documents.set(id, reading.document.file)
      where.set(name, documents)
    }
  }
  return [...where].map(([name, documents]) => ({
    name,
    documents: [...documents].map(([id, file]) => ({ id, file })),
  }))
}

/** Whom or what the claims set it beside, most claims first. */
async function relationsOf(
  store: Store,
  of: Case,
  entity: CaseEntity,
  claims: readonly CaseClaim[],
): Promise<Profile['relations']> {
  const beside = new Map<string, CaseClaim[]>()
  for (const claim of claims) {
    const { subject, object, roles, place } = claim.claim
    const ids = [subject.entity, object?.entity, ...roles.map(({ term }) => term.entity), place ?? undefined]
    for (const id of new Set(ids))
      if (id !== undefined && id !== entity.id) beside.set(id, [...(beside.get(id) ?? []), claim])
  }
  const most = [...beside].sort((a, b) => b[1].length - a[1].length).slice(0, MOST_RELATIONS)
  const relations = await Promise.all(
    most.map(async ([id, together]) => {
      const other = await store.entities.get(of.id, id)
      return other ? { entity: other, claims: together } : null
    }),
  )
  return relations.filter((relation) => relation !== null)
}

async function doubtOf(store: Store, of: Case, pair: DoubtfulPair): Promise<Doubt | null> {
  const [left, right] = await Promise.all([
    store.entities.get(of.id, pair.left),
    store.entities.get(of.id, pair.right),
  ])
  if (!left || !right) return null
  const examples = await Promise.all([
    exampleOf(store, of, left, 'left'),
    exampleOf(store, of, right, 'right'),
  ])
  return { pair, left, right, examples: examples.flat() }
}

/** The first sentence of its first document that names it. */
async function exampleOf(
  store: Store,
  of: Case,
  entity: CaseEntity,
  side: 'left' | 'right',
): Promise<Doubt['examples']> {
  const [key = ''] = entity.members
  const id = documentOfKey(key)
  const reading = (await store.documents.derived(of.id, id))?.reading
  const mention = reading?.mentions.find((m) => m.form === 'name' && `${id}#${m.entity ?? ''}` === key)
  const sentence = reading?.sentences.find(
    (s) => mention !== undefined && s.start <= mention.start && s.end >= mention.end,
  )
  if (!reading || !sentence) return []
  const { start, end } = sentence
  const { text, file } = reading.document
  return [{ of: side, document: id, file, start, end, text: text.slice(start, end) }]
}
