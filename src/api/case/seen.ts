/** A case seen at once: in time, as a network, on a map. */
import { Hono } from 'hono'
import type { Case, CaseEntity } from '../../schema/case.js'
import type { MapView, NetworkView, TimelineItem } from '../views.js'
import type { CaseEnv } from './case-of.js'
import type { Desk } from './desk.js'
import { NETWORK, parse, TIMELINE } from './query.js'

const MOST_ITEMS = 2000
const PAGE = 1000
const USUAL_NODES = 400
const MOST_EXAMPLES = 8
const MOST_PLACES = 1000

export function seenRoutes(desk: Desk): Hono<CaseEnv> {
  return new Hono<CaseEnv>()
    .get('/timeline', async (c) => {
      const filter = parse(TIMELINE, c.req.query())
      return c.json(await timelineOf(desk, c.var.case, filter))
    })
    .get('/network', async (c) => {
      const { limit = USUAL_NODES, entity = null } = parse(NETWORK, c.req.query())
      return c.json(await networkOf(desk, c.var.case, limit, entity))
    })
    .get('/map', async (c) => c.json(await mapOf(desk, c.var.case)))
}

async function timelineOf(
  { store }: Desk,
  of: Case,
  filter: { from?: string; to?: string; entity?: string },
): Promise<TimelineItem[]> {
  const items: TimelineItem[] = []
  const printed = await datesOf(store, of)
  for (let offset = 0; items.length < MOST_ITEMS; offset += PAGE) {
    const { rows } = await store.claims.list(of.id, { ...filter, sort: 'time' }, { offset, limit: PAGE })
    for (const claim of rows) {
      const happened = claim.claim.time
      // Undated claims come last and would only say when their document was printed.
      if (happened === null) return items
      items.push({ claim, happened, said: null, printed: printed.get(claim.document) ?? null })
    }
    if (rows.length < PAGE) break
  }
  return items.slice(0, MOST_ITEMS)
}

/** When each document was published: one by one they would take seconds. */
async function datesOf(store: Desk['store'], of: Case): Promise<ReadonlyMap<string, string | null>> {
  const dates = new Map<string, string | null>()
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await store.documents.list(of.id, { states: ['done'] }, { offset, limit: PAGE })
    for (const { id, published } of rows) dates.set(id, published)
    if (rows.length < PAGE) return dates
  }
}

/** People and organisations, joined where a claim sets them beside each other; around one entity, or those in most documents. */
async function networkOf(
  { store }: Desk,
  of: Case,
  limit: number,
  around: string | null,
): Promise<NetworkView> {
  const edges = new Map<string, { left: string; right: string; claims: number; examples: string[] }>()
  const claims = around === null ? store.claims.all(of.id) : claimsAround({ store }, of, around)
  for await (const { id, claim } of claims) {
    const ids = [claim.subject.entity, claim.object?.entity, ...claim.roles.map(({ term }) => term.entity)]
    const set = [...new Set(ids)].filter((entity) => entity !== undefined).sort()
    set.forEach((left, i) =>
      set.slice(i + 1).forEach((right) => {
        const key = `${left} ${right}`
        const edge = edges.get(key) ?? { left, right, claims: 0, examples: [] }
        edge.claims++
        if (edge.examples.length < MOST_EXAMPLES) edge.examples.push(id)
        edges.set(key, edge)
      }),
    )
  }
  const degree = new Map<string, number>()
  for (const { left, right, claims: count } of edges.values())
    for (const id of [left, right]) degree.set(id, (degree.get(id) ?? 0) + count)
  const ranked = [...degree].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  const nodes: CaseEntity[] = []
  for (const id of ranked) {
    if (nodes.length >= limit) break
    const entity = await store.entities.get(of.id, id)
    if (entity && entity.names.length > 0 && (entity.type === 'Person' || entity.type === 'Organization'))
      nodes.push(entity)
  }
  const shown = new Set(nodes.map(({ id }) => id))
  return {
    nodes: nodes.map(({ id, name, type, documents }) => ({ id, name, type, documents })),
    edges: [...edges.values()].filter(({ left, right }) => shown.has(left) && shown.has(right)),
    total: ranked.length,
  }
}

async function* claimsAround({ store }: Pick<Desk, 'store'>, of: Case, entity: string) {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await store.claims.list(of.id, { entity }, { offset, limit: PAGE })
    yield* rows
    if (rows.length < PAGE) return
  }
}

async function mapOf({ store, locate }: Desk, of: Case): Promise<MapView> {
  const { rows } = await store.entities.list(of.id, { type: 'Place', named: true }, { limit: MOST_PLACES })
  const located = await locate(rows)
  const places = await Promise.all(
    rows
      .flatMap((entity) => {
        const at = located.get(entity.id)
        return at ? [{ entity, ...at }] : []
      })
      .map(async (place) => ({
        ...place,
        claims: (await store.claims.list(of.id, { place: place.entity.id }, { limit: 1 })).total,
      })),
  )
  return { places, unplaced: rows.filter(({ id }) => !located.has(id)) }
}
