/** What was compared, as the store and the workbench go by it. */
import { keysOf } from '../compare/added.js'
import type { Compared } from '../compare/compare.js'
import type { Card } from '../compare/statement.js'
import { blockKeys } from '../resolve/blocks.js'
import { nameKeys } from '../resolve/known-names.js'
import type { LocalEntity } from '../resolve/local-entity.js'
import type { CaseEntity } from '../schema/case.js'
import type { Evidence, Finding } from '../schema/reading.js'
import type { Home } from './home.js'

/** With the claims of evidence by their ids in the case, `document#claim`, which the store and the workbench go by. */
export function keyed(compared: Compared): Compared {
  const keys = new Map(
    [...compared.context.statements.keys()].map((key) => [key.slice(key.indexOf('#') + 1), key]),
  )
  const evidence = (all: readonly Evidence[]): Evidence[] =>
    all.map((one) => ({ ...one, claim: one.claim === null ? null : (keys.get(one.claim) ?? one.claim) }))
  return {
    ...compared,
    propositions: compared.propositions.map((p) => ({
      ...p,
      evidence: evidence(p.evidence),
      origins: {
        ...p.origins,
        list: p.origins.list.map((origin) => ({ ...origin, evidence: evidence(origin.evidence) })),
      },
    })),
    findings: compared.findings.map((finding) => ({
      ...finding,
      sides: finding.sides.map((side) => ({ ...side, evidence: evidence(side.evidence) })),
    })),
  }
}

/** New propositions take the place of those whose claims they hold; of findings only those that were looked at again can fall. */
export async function saveAdded(
  home: Home,
  caseId: string,
  compared: Compared,
  looked: ReadonlySet<string>,
): Promise<void> {
  const { comparison } = home.store
  const held = new Set(compared.proposed.flatMap(({ members }) => members.map(({ id }) => id)))
  const propositions = new Set(compared.propositions.map(({ id }) => id))
  const findings = new Set(compared.findings.map(({ id }) => id))
  const goneP = new Set<string>()
  const goneF = new Set<string>()
  const all = (finding: Finding): readonly (string | null)[] =>
    finding.sides.flatMap(({ evidence }) => evidence.map(({ claim }) => claim))
  for (const claim of held) {
    if (!looked.has(claim)) continue
    for (const { id } of (await comparison.propositions(caseId, { claim }, { limit: 100 })).rows)
      if (!propositions.has(id)) goneP.add(id)
    for (const finding of (await comparison.findings(caseId, { claim }, { limit: 100 })).rows)
      if (!findings.has(finding.id) && all(finding).every((c) => c !== null && held.has(c)))
        goneF.add(finding.id)
  }
  await comparison.save(caseId, compared.propositions, compared.findings, {
    propositions: [...goneP],
    findings: [...goneF],
  })
}

/** The keys that entities are found by: those that what may be one shares, and those of their names in texts. */
export async function saveEntityBlocks(
  home: Home,
  caseId: string,
  entities: readonly CaseEntity[],
  locals: readonly LocalEntity[],
): Promise<void> {
  const byKey = new Map(locals.map((local) => [local.key, local]))
  const rows = entities.flatMap((entity) => {
    const keys = new Set([
      ...nameKeys(entity),
      ...entity.members.flatMap((member) => {
        const local = byKey.get(member)
        return local ? blockKeys(local) : []
      }),
    ])
    return [...keys].map((key) => ({ entity: entity.id, key }))
  })
  await home.store.entities.saveBlocks(caseId, rows)
}

/** The keys that claims are found by. */
export async function saveClaimBlocks(home: Home, caseId: string, cards: readonly Card[]): Promise<void> {
  const rows = cards.flatMap((card) => keysOf(card).map(({ statement, key }) => ({ claim: statement, key })))
  for (let i = 0; i < rows.length; i += 20_000)
    await home.store.claims.saveBlocks(caseId, rows.slice(i, i + 20_000))
}
