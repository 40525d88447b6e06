/** People, organisations and places of a case; one as a short life; and pairs that may be one. */
import { Hono } from 'hono'
import type { Case, CaseClaim, CaseEntity, DoubtfulPair } from '../../schema/case.js'
import type { Finding } from '../../schema/reading.js'
import type { Spelling, Store } from '../../store/store.js'
import { foundIn, readingInCase } from '../../workflow/found-in-case.js'
import type { Doubt, Profile } from '../views.js'
import { type CaseEnv, found } from './case-of.js'
import type { Desk } from './desk.js'
import { windowOf } from './documents.js'
import { ENTITIES, parse, WINDOW } from './query.js'

const MOST_CLAIMS = 500
const MOST_RELATIONS = 60
const MOST_MEMBERS = 200
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
  const [said, decided, group, spellings, relations] = await Promise.all([
    store.claims.list(of.id, { who: entity.name }, { limit: 1 }),
    store.judgements.list(of.id, { about: entity.members, standing: true }, { limit: 1000 }),
    store.comparison.stating(
      of.id,
      claims.map(({ id }) => id),
    ),
    spellingsOf(store, of, entity),
    relationsOf(store, of, entity, claims),
  ])
  return {
    entity: { ...entity, members: entity.members.slice(0, MOST_MEMBERS) },
    lines: await linesOf(store, of, claims, group),
    spellings,
    relations,
    says: said.total,
    judgements: decided.rows.filter(({ kind }) => kind === 'entities' || kind === 'redaction'),
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
  const asked = [...lines.values()].flatMap((same) => same.slice(0, MOST_EACH).map(({ id }) => id))
  const findings = await store.comparison.findings(of.id, { claims: asked }, { limit: 1000 })
  const touching = new Map<string, Finding[]>()
  for (const finding of findings.rows)
    for (const id of new Set(
      finding.sides.flatMap(({ evidence }) => evidence.map(({ claim }) => claim ?? '')),
    ))
      touching.set(id, [...(touching.get(id) ?? []), finding])
  const made = [...lines.values()].map((same) => {
    // Of several wordings the one that says when, and what kind of fact it is.
    const claim =
      same.find((c) => c.claim.time && c.claim.property) ?? same.find((c) => c.claim.time) ?? same[0]!
    const found = new Set(same.slice(0, MOST_EACH).flatMap(({ id }) => touching.get(id) ?? []))
    const { time, property } = claim.claim
    const also = same.filter((other) => other !== claim)
    return { time, property, claim, also, findings: [...found].slice(0, MOST_EACH) }
  })
  return made.sort((a, b) => order(a.time, b.time) || order(a.property, b.property))
}

const order = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1

async function spellingsOf(store: Store, of: Case, entity: CaseEntity): Promise<Profile['spellings']> {
  const where = new Map<string, Map<string, string>>(entity.names.map((name) => [name, new Map()]))
  for (const { name, document, file } of await store.entities.spellings(of.id, entity.id, MOST_CLAIMS)) {
    const documents = where.get(name) ?? new Map<string, string>()
    documents.set(document, file)
    where.set(name, documents)
  }
  for (const { name, document, file } of await namesFound(store, of, entity)) {
    const documents = where.get(name) ?? new Map<string, string>()
    documents.set(document, file)
    where.set(name, documents)
  }
  return [...where].map(([name, documents]) => ({
    name,
    documents: [...documents].map(([id, file]) => ({ id, file })),
  }))
}

/** What documents call it in which a name of the case was found and nothing else names it: as one of its names where it is one. */
async function namesFound(store: Store, of: Case, entity: CaseEntity): Promise<readonly Spelling[]> {
  const keys = new Set(entity.members.filter((key) => key.includes('#found-')).slice(0, MOST_MEMBERS))
  const documents = [...new Set([...keys].map(documentOfKey))]
  const files = new Map((await store.documents.some(of.id, documents)).map(({ id, file }) => [id, file]))
  const found = await foundIn(store, of.id, documents)
  return [...found].flatMap(([document, { mentions }]) =>
    mentions
      .filter((m) => keys.has(`${document}#${m.entity ?? ''}`))
      .map(({ text }) => {
        const known = entity.names.find((name) => name.toLowerCase() === text.toLowerCase())
        return { name: known ?? text, document, file: files.get(document) ?? document }
      }),
  )
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
  const others = await store.entities.some(
    of.id,
    most.map(([id]) => id),
  )
  return others.map((other) => {
    const together = beside.get(other.id) ?? []
    const predicates = [...new Set(together.map(({ claim }) => claim.predicate))].slice(0, MOST_EACH)
    return { entity: other, claims: together.length, predicates }
  })
}

async function doubtOf(store: Store, of: Case, pair: DoubtfulPair): Promise<Doubt | null> {
  const [left, right] = await Promise.all([
    store.entities.get(of.id, pair.left),
    store.entities.get(of.id, pair.right),
  ])
  if (!left || !right) return null
  const one = (entity: CaseEntity): CaseEntity => ({ ...entity, members: entity.members.slice(0, 1) })
  const examples = await Promise.all([
    exampleOf(store, of, left, 'left'),
    exampleOf(store, of, right, 'right'),
  ])
  return { pair, left: one(left), right: one(right), examples: examples.flat() }
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
  const reading = await readingInCase(store, of.id, id)
  const mention = reading?.mentions.find((m) => m.form === 'name' && `${id}#${m.entity ?? ''}` === key)
  const sentence = reading?.sentences.find(
    (s) => mention !== undefined && s.start <= mention.start && s.end >= mention.end,
  )
  if (!reading || !sentence) return []
  const { start, end } = sentence
  const { text, file } = reading.document
  return [{ of: side, document: id, file, start, end, text: text.slice(start, end) }]
}
