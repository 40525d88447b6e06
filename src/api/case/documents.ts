/** Documents of a case: list, add, look at, take out. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stream } from 'hono/streaming'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { WhenceError } from '../../schema/errors.js'
import type { Case, DocumentLink, DocumentRecord } from '../../schema/case.js'
import { asFound } from '../../workflow/found-in-case.js'
import type { DocumentView } from '../views.js'
import { type CaseEnv, found } from './case-of.js'
import type { Desk } from './desk.js'
import { DOCUMENTS, NAMES, parse } from './query.js'

const MEGABYTES = 512
const MOST_CHILDREN = 500
const MOST_FINDINGS = 200
const MOST_JUDGEMENTS = 1000
const MOST_ENTRIES = 200

export function documentRoutes(desk: Desk): Hono<CaseEnv> {
  return new Hono<CaseEnv>()
    .get('/', async (c) => {
      const { offset, limit, ...filter } = parse(DOCUMENTS, c.req.query())
      return c.json(await desk.store.documents.list(c.var.case.id, filter, windowOf({ offset, limit })))
    })
    .post(
      '/',
      bodyLimit({
        maxSize: MEGABYTES * 1024 * 1024,
        onError: () => {
          throw new WhenceError('upload-large', String(MEGABYTES))
        },
      }),
      async (c) => {
        const file = c.req.query('file')
        if (!file) throw new WhenceError('upload-missing')
        return c.json(await desk.add(c.var.case, file, new Uint8Array(await c.req.arrayBuffer())))
      },
    )
    .post('/named', async (c) => {
      const { names } = parse(NAMES, await c.req.json().catch(() => null))
      const records = await desk.store.documents.some(c.var.case.id, names)
      return c.json(
        records.map(({ id, file, title, publisher, published }) => ({
          id,
          file,
          title,
          publisher,
          published,
        })),
      )
    })
    .get('/:id', async (c) => {
      const record = await documentOf(desk, c.var.case, c.req.param('id'))
      return c.json(await viewOf(desk, c.var.case, record))
    })
    .get('/:id/original', async (c) => {
      const record = await documentOf(desk, c.var.case, c.req.param('id'))
      if ((await desk.originals.check(record.id)) !== 'whole')
        throw new WhenceError('original-damaged', record.id)
      // Whatever it is, a browser keeps it and does not show it.
      c.header('Content-Type', 'application/octet-stream')
      c.header('Content-Disposition', attachment(record.file))
      const bytes = Readable.toWeb(createReadStream(desk.originals.path(record.id)))
      return stream(c, (out) => out.pipe(bytes as ReadableStream))
    })
    .get('/:id/pages/:page{[0-9]+\\.png}', async (c) => {
      const record = await documentOf(desk, c.var.case, c.req.param('id'))
      const number = Number.parseInt(c.req.param('page'), 10)
      const page = found(await desk.page(c.var.case, record.id, number), `page ${number}`)
      return c.body(page.png, 200, {
        'Content-Type': 'image/png',
        'Cache-Control': 'private, max-age=86400',
        'X-Page-Size': `${page.width} ${page.height}`,
      })
    })
    .get('/:id/rests', async (c) => {
      const record = await documentOf(desk, c.var.case, c.req.param('id'))
      return c.json(await desk.rests(c.var.case, record.id))
    })
    .delete('/:id', async (c) => {
      const record = await documentOf(desk, c.var.case, c.req.param('id'))
      await desk.remove(c.var.case, record.id)
      return c.body(null, 204)
    })
}

export const windowOf = ({
  offset,
  limit,
}: {
  offset?: number | undefined
  limit?: number | undefined
}): { offset?: number; limit?: number } => ({
  ...(offset === undefined ? {} : { offset }),
  ...(limit === undefined ? {} : { limit }),
})

async function documentOf(desk: Desk, of: Case, name: string): Promise<DocumentRecord> {
  return found(await desk.store.documents.find(of.id, name), name)
}

async function viewOf(desk: Desk, of: Case, record: DocumentRecord): Promise<DocumentView> {
  const { documents, comparison, judgements } = desk.store
  const { id } = record
  const [derived, links, children, findings, decided] = await Promise.all([
    documents.derived(of.id, id),
    documents.links(of.id, id),
    documents.list(of.id, { parent: id }, { limit: MOST_CHILDREN }),
    comparison.findings(of.id, { document: id }, { limit: MOST_FINDINGS }),
    judgements.list(of.id, { document: id, standing: true }, { limit: MOST_JUDGEMENTS }),
  ])
  const otherOf = ({ left, right }: DocumentLink): string => (left === id ? right : left)
  const linked = await documents.some(of.id, links.map(otherOf))
  const byId = new Map(linked.map((other) => [other.id, other]))
  const others = links.map((link) => {
    const other = byId.get(otherOf(link))
    return other ? [{ ...link, other }] : []
  })
  return {
    record,
    derived: derived && { ...derived, reading: await asFound(desk.store, of.id, derived.reading) },
    entities: await desk.store.entities.ofDocument(of.id, id),
    links: others.flat(),
    children: children.rows,
    findings: findings.rows,
    judgements: decided.rows,
    custody: await entriesOn(desk, of, id),
  }
}

async function entriesOn(desk: Desk, of: Case, id: string): Promise<DocumentView['custody']> {
  const entries = []
  for await (const entry of desk.custody.about(of.id, id)) {
    entries.push(entry)
    if (entries.length > MOST_ENTRIES) entries.shift()
  }
  return entries
}

/** RFC 6266, with the name in UTF-8 (RFC 8187) and without its folders. */
function attachment(file: string): string {
  const name = file.split(/[\\/]/).at(-1) || 'document'
  const plain = name.replace(/[^\w.-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`
}
