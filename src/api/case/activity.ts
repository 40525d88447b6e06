/** Who did what: the custody log and the judgements in one list, newest first. */
import { Hono } from 'hono'
import type { ActivityItem } from '../views.js'
import type { CaseEnv } from './case-of.js'
import type { Desk } from './desk.js'
import { parse, WINDOW } from './query.js'

const MOST = 5000

export function activityRoutes(desk: Desk): Hono<CaseEnv> {
  return new Hono<CaseEnv>().get('/', async (c) => {
    const { offset = 0, limit = 100 } = parse(WINDOW, c.req.query())
    const entries: ActivityItem[] = []
    let count = 0
    // The log is read from its beginning; only its newest entries are kept.
    for await (const entry of desk.custody.entries(c.var.case.id)) {
      // Decisions stand in both; their own records say more.
      if (entry.act === 'judged' || entry.act === 'withdrawn') continue
      count++
      entries.push({ kind: 'custody', at: entry.at, by: entry.by, entry })
      if (entries.length > 2 * MOST) entries.splice(0, MOST)
    }
    const judged = await desk.store.judgements.list(c.var.case.id, {}, { limit: 1000 })
    const items: ActivityItem[] = [
      ...entries.slice(-MOST),
      ...judged.rows.map((judgement) => ({
        kind: 'judgement' as const,
        at: judgement.at,
        by: judgement.by,
        judgement,
      })),
    ]
    items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    return c.json({ rows: items.slice(offset, offset + limit), total: count + judged.total })
  })
}
