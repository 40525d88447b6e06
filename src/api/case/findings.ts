/** Findings with what was decided of each. */
import { Hono } from 'hono'
import type { CaseEnv } from './case-of.js'
import type { Desk } from './desk.js'
import { windowOf } from './documents.js'
import { FINDINGS, parse } from './query.js'

const MOST_JUDGEMENTS = 50

export function findingRoutes(desk: Desk): Hono<CaseEnv> {
  const { comparison, judgements } = desk.store
  return new Hono<CaseEnv>().get('/', async (c) => {
    const { offset, limit, ...filter } = parse(FINDINGS, c.req.query())
    const { rows, total } = await comparison.findings(c.var.case.id, filter, windowOf({ offset, limit }))
    const judged = await Promise.all(
      rows.map(async (finding) => ({
        ...finding,
        judgements: (
          await judgements.list(
            c.var.case.id,
            { kind: 'finding', about: finding.id, standing: true },
            { limit: MOST_JUDGEMENTS },
          )
        ).rows,
      })),
    )
    return c.json({ rows: judged, total })
  })
}
