/** Decisions: appended, and taken back by a further record. */
import { Hono } from 'hono'
import { type CaseEnv, found } from './case-of.js'
import type { Desk } from './desk.js'
import { windowOf } from './documents.js'
import { JUDGEMENT, parse, WINDOW } from './query.js'

export function judgementRoutes(desk: Desk): Hono<CaseEnv> {
  return new Hono<CaseEnv>()
    .get('/', async (c) => {
      const window = windowOf(parse(WINDOW, c.req.query()))
      return c.json(await desk.store.judgements.list(c.var.case.id, {}, window))
    })
    .post('/', async (c) => {
      const judgement = parse(JUDGEMENT, await c.req.json().catch(() => null))
      return c.json(await desk.judge(c.var.case, judgement))
    })
    .post('/:id/withdraw', async (c) => {
      const done = await desk.withdraw(c.var.case, c.req.param('id'))
      found(done || null, 'judgement')
      return c.body(null, 204)
    })
}
