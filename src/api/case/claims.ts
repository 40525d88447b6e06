/** Claims of a case: pages of them, facets, one, and all as a table. */
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { CaseClaim } from '../../schema/case.js'
import type { Facet } from '../../store/store.js'
import { caseRedactor } from '../../workflow/case-redactor.js'
import { type CaseEnv, found } from './case-of.js'
import { row } from './csv.js'
import type { Desk } from './desk.js'
import { windowOf } from './documents.js'
import { CLAIMS, parse } from './query.js'

const AT_ONCE = 1000

export function claimRoutes(desk: Desk): Hono<CaseEnv> {
  const { claims } = desk.store
  return new Hono<CaseEnv>()
    .get('/', async (c) => {
      const { offset, limit, ...filter } = parse(CLAIMS, c.req.query())
      return c.json(await claims.list(c.var.case.id, filter, windowOf({ offset, limit })))
    })
    .get('/facets', async (c) => {
      const { offset: _, limit: __, ...filter } = parse(CLAIMS, c.req.query())
      const facets = await claims.facets(c.var.case.id, filter)
      return c.json({ ...facets, place: await named(desk, c.var.case.id, facets['place'] ?? []) })
    })
    .get('/table.csv', (c) => {
      const { offset: _, limit: __, ...filter } = parse(CLAIMS, c.req.query())
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="claims.csv"')
      return stream(c, async (out) => {
        const redact = await caseRedactor(desk, c.var.case.id)
        await out.write(`\ufeff${row(COLUMNS)}`)
        for (let offset = 0; ; offset += AT_ONCE) {
          const { rows } = await claims.list(c.var.case.id, filter, { offset, limit: AT_ONCE })
          await out.write(
            rows
              .map((claim) =>
                row(cellsOf(claim).map((value) => (typeof value === 'string' ? redact(value) : value))),
              )
              .join(''),
          )
          if (rows.length < AT_ONCE) return
        }
      })
    })
    .get('/:id', async (c) => c.json(found(await claims.get(c.var.case.id, c.req.param('id')), 'claim')))
}

/** Places are told by their ids; people want to read their names. */
async function named(desk: Desk, caseId: string, facets: readonly Facet[]): Promise<readonly Facet[]> {
  const entities = await desk.store.entities.some(
    caseId,
    facets.map(({ value }) => value),
  )
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return facets.map((facet) => {
    const label = names.get(facet.value)
    return label === undefined ? facet : { ...facet, label }
  })
}

const COLUMNS = [
  'words',
  'subject',
  'predicate',
  'property',
  'object',
  'time',
  'polarity',
  'certainty',
  'chain, origin last',
  'file',
  'start',
  'end',
  'claim',
]

const cellsOf = ({ id, file, claim }: CaseClaim): (string | number | null)[] => [
  claim.text,
  claim.subject.text,
  claim.predicate,
  claim.property,
  claim.object?.text ?? null,
  claim.time,
  claim.polarity,
  claim.certainty,
  claim.chain.map(({ who, stance }) => `${who.text || 'unnamed'} (${stance})`).join(' ← '),
  file,
  claim.evidence[0]?.start ?? null,
  claim.evidence.at(-1)?.end ?? null,
  id,
]
