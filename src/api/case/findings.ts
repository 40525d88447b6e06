/** Findings with what was decided of each. */
import { Hono } from 'hono'
import type { CaseEnv } from './case-of.js'
import type { Desk } from './desk.js'
import { windowOf } from './documents.js'
import { FINDINGS, parse } from './query.js'

const MOST_JUDGEMENTS = 1000

export function findingRoutes(desk: Desk): Hono<CaseEnv> {
  const { comparison, judgements } = desk.store
  return new Hono<CaseEnv>().get('/', async (c) => {
    const { offset, limit, ...filter } = parse(FINDINGS, c.req.query())
    const { rows, total } = await comparison.findings(c.var.case.id, filter, windowOf({ offset, limit }))
    const ids = rows.map(({ id }) => id)
    const about = { kind: 'finding' as const, about: ids, standing: true }
    const decided = await judgements.list(c.var.case.id, about, { limit: MOST_JUDGEMENTS })
    const judged = rows.map((finding) => ({
      ...finding,
      judgements: decided.rows.filter(({ left, right }) => left === finding.id || right === finding.id),
    }))
    return c.json({ rows: judged, total })
  })
}
