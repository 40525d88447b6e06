/** Who did what: the custody log and the judgements in one list, newest first. */
import { Hono } from 'hono'
import type { Judgement } from '../../schema/case.js'
import type { ActivityItem } from '../views.js'
import type { CaseEnv } from './case-of.js'
import type { Desk } from './desk.js'
import { parse, WINDOW } from './query.js'

export function activityRoutes(desk: Desk): Hono<CaseEnv> {
  return new Hono<CaseEnv>().get('/', async (c) => {
    const { offset = 0, limit = 100 } = parse(WINDOW, c.req.query())
    const { store, custody } = desk
    const wanted = offset + limit
    const items: ActivityItem[] = []
    for await (const entry of custody.latest(c.var.case.id)) {
      if (items.length >= wanted) break
      // Decisions stand in both; their own records say more.
      if (entry.act === 'judged' || entry.act === 'withdrawn') continue
      items.push({ kind: 'custody', at: entry.at, by: entry.by, entry })
    }
    const judgements = await decisions(desk, c.var.case.id, wanted)
    items.push(
      ...judgements.map((judgement) => ({
        kind: 'judgement' as const,
        at: judgement.at,
        by: judgement.by,
        judgement,
      })),
    )
    const [head, withdrawn] = await Promise.all([
      store.custody.get(c.var.case.id),
      store.judgements.list(c.var.case.id, { standing: false }, { limit: 1 }),
    ])
    items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    return c.json({ rows: items.slice(offset, offset + limit), total: (head?.seq ?? 0) - withdrawn.total })
  })
}

const AT_ONCE = 1000

/** The newest decisions, so many. */
async function decisions({ store }: Desk, caseId: string, wanted: number): Promise<readonly Judgement[]> {
  const found: Judgement[] = []
  for (let offset = 0; offset < wanted; offset += AT_ONCE) {
    const { rows } = await store.judgements.list(caseId, {}, { offset, limit: AT_ONCE })
    found.push(...rows)
    if (rows.length < AT_ONCE) break
  }
  return found
}
