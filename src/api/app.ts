/** The routes: the page, and the two things it asks for. */
import { Hono } from 'hono'
import { WhenceError } from '../schema/errors.js'
import { caseRoutes } from './case/routes.js'
import type { Context } from './context.js'
import { errorResponse } from './errors.js'
import { guard, headers } from './guard.js'
import { pageRoutes } from './page.js'
import { readRoutes } from './read.js'

export function createApp(context: Context): Hono {
  const app = new Hono()
  app.use(headers, guard)
  app.get('/api/sample', async (request) => {
    const sample = context.sample()
    if (!sample) throw new WhenceError('sample-missing')
    return request.json(await sample)
  })
  app.route('/api/read', readRoutes(context))
  if (context.desk) app.route('/', caseRoutes(context.desk))
  app.route('/', pageRoutes(context.pageFolder))
  app.notFound((request) => errorResponse(new WhenceError('address-unknown', request.req.path), request))
  app.onError(errorResponse)
  return app
}
