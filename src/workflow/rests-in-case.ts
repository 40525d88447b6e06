/** What would fall if a document were withdrawn: said beforehand, nothing is changed. */
import { restsOn } from '../compare/rests.js'
import type { Proposition } from '../schema/case.js'
import type { Finding } from '../schema/reading.js'
import { keepMissing, readDocuments, standingJudgements } from './case-workings.js'
import type { Home } from './home.js'
import { wholeCase } from './investigate-case.js'
import { relevantDocuments } from './relevant-documents.js'

export interface Rests {
  readonly propositions: readonly Proposition[]
  readonly findings: readonly Finding[]
}

/** Propositions that would lose origins or vanish, and findings that would lose a side. */
export async function restsInCase(home: Home, caseId: string, document: string): Promise<Rests> {
  const derived = await home.store.documents.derived(caseId, document)
  if (!derived) return { propositions: [], findings: [] }
  const all = await readDocuments(home, caseId)
  const near = await relevantDocuments(home, caseId, all, derived.reading)
  const wanted = new Set([...near, document])
  const documents = all.filter((id) => wanted.has(id))
  await keepMissing(home, caseId, documents)
  const judgements = await standingJudgements(home, caseId)
  const { compared } = await wholeCase(home, caseId, documents, judgements, null)
  const rests = restsOn(document, compared)
  const fallen = new Set(rests.propositions.map(({ id }) => id))
  const findings = new Set(rests.findings)
  return {
    propositions: compared.propositions.filter(({ id }) => fallen.has(id)),
    findings: compared.findings.filter(({ id }) => findings.has(id)),
  }
}
