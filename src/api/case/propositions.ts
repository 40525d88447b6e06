/** Propositions of a case, and one with both sides and the diagram of its sources. */
import { Hono } from 'hono'
import type { Case, CaseClaim, Proposition } from '../../schema/case.js'
import type { Evidence } from '../../schema/reading.js'
import type { PropositionView } from '../views.js'
import { type CaseEnv, found } from './case-of.js'
import type { Desk } from './desk.js'
import { windowOf } from './documents.js'
import { graphOf } from './graph.js'
import { parse, PROPOSITIONS } from './query.js'

/** Claims of one proposition that are drawn and listed; the count stands over all. */
const MOST_CLAIMS = 200
const MOST_FINDINGS = 50
/** Claims whose findings are looked up. */
const MOST_ASKED = 50

export function propositionRoutes(desk: Desk): Hono<CaseEnv> {
  const { comparison } = desk.store
  return new Hono<CaseEnv>()
    .get('/', async (c) => {
      const { offset, limit, ...filter } = parse(PROPOSITIONS, c.req.query())
      const page = await comparison.propositions(c.var.case.id, filter, windowOf({ offset, limit }))
      return c.json({ ...page, rows: page.rows.map(shortened) })
    })
    .get('/:id', async (c) => {
      const id = c.req.param('id')
      const proposition = found(await comparison.proposition(c.var.case.id, id), 'proposition')
      return c.json(await viewOf(desk, c.var.case, proposition))
    })
}

async function viewOf(desk: Desk, of: Case, proposition: Proposition): Promise<PropositionView> {
  const { comparison, documents } = desk.store
  const claims = await claimsOf(desk, of, proposition.evidence)
  const own = new Set(claims.map(({ id }) => id))
  const { rows: touching } = await comparison.findings(
    of.id,
    { claims: claims.slice(0, MOST_ASKED).map(({ id }) => id) },
    { limit: MOST_FINDINGS },
  )
  const opposed = touching
    .filter(({ sides }) => sides.length > 1)
    .map((finding) => ({
      finding,
      others: finding.sides
        .filter(({ evidence }) => !evidence.some(({ claim }) => claim !== null && own.has(claim)))
        .flatMap(({ evidence }) => evidence),
    }))
  const found = await claimsOf(
    desk,
    of,
    opposed.flatMap(({ others }) => others),
  )
  const byId = new Map(found.map((claim) => [claim.id, claim]))
  const stated = await comparison.propositions(of.id, { claims: [...byId.keys()] }, { limit: 1000 })
  const against = opposed.map(({ finding, others }) => {
    const otherClaims = [...new Set(others.map(({ claim }) => byId.get(claim ?? '')))].filter(
      (claim) => claim !== undefined,
    )
    const first = otherClaims[0]
    const other = stated.rows.find(({ evidence }) => evidence.some(({ claim }) => claim === first?.id))
    return { finding, proposition: other ? shortened(other) : null, claims: otherClaims }
  })
  const records = await documents.some(of.id, [...new Set(claims.map(({ document }) => document))])
  return { proposition, claims, against, graph: graphOf(claims, records, proposition.origins.list) }
}

/** For a list, which names it and its counts: what stands behind them is looked up with it alone. */
export const shortened = (proposition: Proposition): Proposition => ({
  ...proposition,
  evidence: proposition.evidence.slice(0, 1),
  origins: { ...proposition.origins, list: [] },
})

/** The claims that pieces of evidence are, each once, in their order. */
export async function claimsOf(
  desk: Desk,
  of: Case,
  evidence: readonly Evidence[],
): Promise<readonly CaseClaim[]> {
  const ids = [...new Set(evidence.flatMap(({ claim }) => (claim === null ? [] : [claim])))]
  return desk.store.claims.some(of.id, ids.slice(0, MOST_CLAIMS))
}
