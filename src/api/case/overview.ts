/** What a case holds, at a glance. */
import type { Case } from '../../schema/case.js'
import type { CaseSummary, Overview } from '../views.js'
import type { Desk } from './desk.js'
import { shortened } from './propositions.js'

const FEW = 6
const PEOPLE = 12

export async function summaryOf({ store }: Desk, of: Case): Promise<CaseSummary> {
  const [counts, findings, entities, newest] = await Promise.all([
    store.documents.counts(of.id),
    store.comparison.findings(of.id, { open: true }, { limit: 1 }),
    store.entities.list(of.id, { named: true }, { limit: 1 }),
    store.documents.list(of.id, { sort: 'added', descending: true }, { limit: 1 }),
  ])
  const decided = await store.judgements.list(of.id, {}, { limit: 1 })
  const changed = [newest.rows[0]?.added, decided.rows[0]?.at].filter((at) => at !== undefined).sort()
  return {
    case: of,
    counts,
    findings: findings.total,
    entities: entities.total,
    changed: changed.at(-1) ?? null,
  }
}

export async function overviewOf(desk: Desk, of: Case): Promise<Overview> {
  const { documents, comparison, entities, judgements } = desk.store
  const [summary, progress, newest, sharpest, propositions, people, doubtful, decided, coverage] =
    await Promise.all([
      summaryOf(desk, of),
      desk.progress(of),
      documents.list(of.id, { sort: 'added', descending: true }, { limit: FEW }),
      comparison.findings(of.id, { open: true }, { limit: FEW }),
      comparison.propositions(of.id, { sort: 'origins' }, { limit: FEW }),
      entities.list(of.id, { type: 'Person', named: true }, { limit: PEOPLE }),
      entities.doubtful(of.id, { limit: 1 }),
      judgements.list(of.id, {}, { limit: FEW }),
      documents.months(of.id),
    ])
  return {
    ...summary,
    progress,
    newest: newest.rows,
    sharpest: sharpest.rows,
    propositions: propositions.rows.map(shortened),
    people: people.rows,
    doubtful: doubtful.total,
    decided: decided.rows,
    coverage: filled(coverage),
  }
}

const MOST_MONTHS = 1200

/** Every month from the first to the last. */
function filled(found: Overview['coverage']): Overview['coverage'] {
  const months = new Map(found.map(({ month, documents }) => [month, documents]))
  const known = [...months.keys()]
  const out: { month: string; documents: number }[] = []
  for (let month = known[0]; month !== undefined && out.length < MOST_MONTHS; month = after(month)) {
    out.push({ month, documents: months.get(month) ?? 0 })
    if (month === known.at(-1)) break
  }
  return out
}

function after(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}
