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

export function propositionRoutes(desk: Desk): Hono<CaseEnv> {
  const { comparison } = desk.store
  return new Hono<CaseEnv>()
    .get('/', async (c) => {
      const { offset, limit, ...filter } = parse(PROPOSITIONS, c.req.query())
      return c.json(await comparison.propositions(c.var.case.id, filter, windowOf({ offset, limit })))
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
  const touching = new Map<string, PropositionView['against'][number]['finding']>()
  for (const { id } of claims.slice(0, MOST_FINDINGS))
    for (const finding of (await comparison.findings(of.id, { claim: id }, { limit: MOST_FINDINGS })).rows)
      touching.set(finding.id, finding)
  const against = await Promise.all(
    [...touching.values()]
      .filter(({ sides }) => sides.length > 1)
      .map(async (finding) => {
        const others = finding.sides
          .filter(({ evidence }) => !evidence.some(({ claim }) => claim !== null && own.has(claim)))
          .flatMap(({ evidence }) => evidence)
        const otherClaims = await claimsOf(desk, of, others)
        const first = otherClaims[0]
        const [other = null] = first
          ? (await comparison.propositions(of.id, { claim: first.id }, { limit: 1 })).rows
          : []
        return { finding, proposition: other, claims: otherClaims }
      }),
  )
  const files = [...new Set(claims.map(({ document }) => document))]
  const records = (await Promise.all(files.map((id) => documents.get(of.id, id)))).filter(
    (record) => record !== null,
  )
  return { proposition, claims, against, graph: graphOf(claims, records, proposition.origins.list) }
}

/** The claims that pieces of evidence are, each once, in their order. */
export async function claimsOf(
  desk: Desk,
  of: Case,
  evidence: readonly Evidence[],
): Promise<readonly CaseClaim[]> {
  const ids = [...new Set(evidence.flatMap(({ claim }) => (claim === null ? [] : [claim])))]
  const claims = await Promise.all(ids.slice(0, MOST_CLAIMS).map((id) => desk.store.claims.get(of.id, id)))
  return claims.filter((claim) => claim !== null)
}
