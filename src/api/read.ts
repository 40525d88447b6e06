/**
 * `POST /api/read?file=NAME`, the document's bytes as the body. Answers a Reading; to one that accepts
 * `application/x-ndjson`, lines as they come: `{ progress }` any number of times, then `{ reading }` or `{ error }`.
 */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stream } from 'hono/streaming'
import { readingJson } from '../export/reading-json.js'
import { WhenceError } from '../schema/errors.js'
import type { Context } from './context.js'
import { errorBody } from './errors.js'
import { LINES, type Line } from './lines.js'

const MEGABYTES = 25

export function readRoutes(context: Context): Hono {
  return new Hono().post(
    '/',
    bodyLimit({
      maxSize: MEGABYTES * 1024 * 1024,
      onError: () => {
        throw new WhenceError('upload-large', String(MEGABYTES))
      },
    }),
    async (request) => {
      const bytes = new Uint8Array(await request.req.arrayBuffer())
      const file = request.req.query('file')
      if (!file) throw new WhenceError('upload-missing')
      if (!request.req.header('accept')?.includes(LINES)) {
        const reading = await context.read(bytes, file)
        request.header('Content-Type', 'application/json')
        return stream(request, async (out) => {
          for (const piece of readingJson(reading)) await out.write(piece)
        })
      }
      request.header('Content-Type', LINES)
      return stream(request, async (out) => {
        const line = (value: Line): Promise<unknown> => out.write(`${JSON.stringify(value)}\n`)
        try {
          const reading = await context.read(bytes, file, (done, total) => {
            void line({ progress: { done, total } })
          })
          await out.write('{"reading":')
          for (const piece of readingJson(reading)) await out.write(piece)
          await out.write('}\n')
        } catch (error) {
          await line({ error: errorBody(error, file) })
        }
      })
    },
  )
}
