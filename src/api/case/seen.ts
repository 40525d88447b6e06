/** A case seen at once: in time, as a network, on a map. */
import { Hono } from 'hono'
import type { Case } from '../../schema/case.js'
import type { Facet } from '../../store/store.js'
import type { MapView, TimeCount, TimelineView } from '../views.js'
import type { CaseEnv } from './case-of.js'
import type { Desk } from './desk.js'
import { NETWORK, parse, TIMELINE } from './query.js'

const USUAL_NODES = 400
/** More lines than these to a name are a thicket in which nothing can be told apart. */
const EDGES_A_NODE = 4
const MOST_PLACES = 1000

export function seenRoutes(desk: Desk): Hono<CaseEnv> {
  return new Hono<CaseEnv>()
    .get('/timeline', async (c) => {
      const filter = parse(TIMELINE, c.req.query())
      return c.json(await timelineOf(desk, c.var.case, filter))
    })
    .get('/network', async (c) => {
      const { limit = USUAL_NODES, entity } = parse(NETWORK, c.req.query())
      const filter = { nodes: limit, edges: EDGES_A_NODE * limit, ...(entity && { around: entity }) }
      return c.json(await desk.store.entities.beside(c.var.case.id, filter))
    })
    .get('/map', async (c) => c.json(await mapOf(desk, c.var.case)))
}

async function timelineOf(
  { store }: Desk,
  of: Case,
  filter: { from?: string; to?: string; entity?: string },
): Promise<TimelineView> {
  const { happened, said, printed, claims } = await store.claims.times(of.id, filter)
  const counted = (times: readonly Facet[]): TimeCount[] =>
    times.map(({ value, count }) => ({ time: value, claims: count }))
  return { happened: counted(happened), said: counted(said), printed: counted(printed), claims }
}

async function mapOf({ store, locate }: Desk, of: Case): Promise<MapView> {
  const { rows } = await store.entities.list(of.id, { type: 'Place', named: true }, { limit: MOST_PLACES })
  const located = await locate(rows)
  const claims = await store.claims.at(of.id, [...located.keys()])
  const places = rows.flatMap((entity) => {
    const at = located.get(entity.id)
    return at ? [{ entity, ...at, claims: claims.get(entity.id) ?? 0 }] : []
  })
  return { places, unplaced: rows.filter(({ id }) => !located.has(id)) }
}
