/** Everything under `/api/cases` and `/api/settings`; the table is in api/routes.md. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { WhenceError } from '../../schema/errors.js'
import { activityRoutes } from './activity.js'
import { type CaseEnv, caseOf } from './case-of.js'
import { claimRoutes } from './claims.js'
import type { Desk } from './desk.js'
import { documentRoutes, windowOf } from './documents.js'
import { doubtRoutes, entityRoutes } from './entities.js'
import { findingRoutes } from './findings.js'
import { judgementRoutes } from './judgements.js'
import { overviewOf, summaryOf } from './overview.js'
import { propositionRoutes } from './propositions.js'
import { BY, IDS, NAME, parse, SEARCH } from './query.js'
import { seenRoutes } from './seen.js'

const DRAFT_MEGABYTES = 25
const STEPS = ['pause', 'resume', 'cancel', 'retry'] as const

export function caseRoutes(desk: Desk): Hono {
  const one = new Hono<CaseEnv>()
    .use(caseOf(desk))
    .get('/', async (c) => c.json(await overviewOf(desk, c.var.case)))
    .get('/progress', async (c) => c.json(await desk.progress(c.var.case)))
    .get('/search', async (c) => {
      const { offset, limit, meaning = false, ...query } = parse(SEARCH, c.req.query())
      const window = windowOf({ offset, limit })
      return c.json(
        meaning
          ? await desk.searchMeaning(c.var.case, query.words, window)
          : await desk.store.search.find(c.var.case.id, query, window),
      )
    })
    .post(
      '/check',
      bodyLimit({
        maxSize: DRAFT_MEGABYTES * 1024 * 1024,
        onError: () => {
          throw new WhenceError('upload-large', String(DRAFT_MEGABYTES))
        },
      }),
      async (c) => {
        const file = c.req.query('file')
        if (!file) throw new WhenceError('upload-missing')
        return c.json(await desk.check(c.var.case, file, new Uint8Array(await c.req.arrayBuffer())))
      },
    )
    .post('/backup', async (c) => c.json(await desk.backup()))
    .get('/verify', async (c) => c.json(await desk.verify(c.var.case)))
    .route('/documents', documentRoutes(desk))
    .route('/claims', claimRoutes(desk))
    .route('/propositions', propositionRoutes(desk))
    .route('/entities', entityRoutes(desk))
    .route('/doubtful', doubtRoutes(desk))
    .route('/findings', findingRoutes(desk))
    .route('/judgements', judgementRoutes(desk))
    .route('/activity', activityRoutes(desk))
    .route('/', seenRoutes(desk))
  for (const step of STEPS)
    one.post(`/${step}`, async (c) => {
      const { ids = null } = parse(IDS, await c.req.json().catch(() => ({})))
      await desk.steer(c.var.case, step, ids)
      return c.json(await desk.progress(c.var.case))
    })
  return new Hono()
    .get('/api/cases', async (c) => {
      const cases = await desk.store.cases.list()
      return c.json(await Promise.all(cases.map((of) => summaryOf(desk, of))))
    })
    .post('/api/cases', async (c) => {
      const { name } = parse(NAME, await c.req.json().catch(() => null))
      return c.json(await desk.store.cases.open(name))
    })
    .get('/api/settings', async (c) => c.json(await desk.settings()))
    .put('/api/settings', async (c) => {
      const { by } = parse(BY, await c.req.json().catch(() => null))
      return c.json(await desk.saveSettings({ by }))
    })
    .route('/api/cases/:case', one)
}
