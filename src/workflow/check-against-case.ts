/** A draft against a case in the store. */
import type { Checked } from '../schema/case.js'
import type { Reading } from '../schema/reading.js'
import { keepMissing, readDocuments, standingJudgements } from './case-workings.js'
import { checkDraft } from './check-draft.js'
import type { Home } from './home.js'
import { FEW, wholeCase } from './investigate-case.js'
import { openNetworks } from './networks.js'
import { rememberPairs } from './remembered-pairs.js'
import { rememberVectors } from './remembered-vectors.js'
import { relevantDocuments } from './relevant-documents.js'

/** One verdict for each sentence of the draft; nothing of it is kept. Of a large case, only documents that name whom it names are asked. */
export async function checkAgainstCase(
  home: Home,
  caseId: string,
  draft: Reading,
): Promise<readonly Checked[]> {
  const all = await readDocuments(home, caseId)
  const relevant = new Set(await relevantDocuments(home, caseId, all, draft))
  const documents = all.filter((id) => relevant.has(id))
  await keepMissing(home, caseId, documents)
  const networks = openNetworks()
  const pairs = await rememberPairs(home, caseId, networks)
  const vectors = await rememberVectors(home, caseId, networks.embed)
  const remembered = { ...pairs.networks, embed: vectors.embed }
  try {
    const judgements = await standingJudgements(home, caseId)
    const { entities, entityOf, compared } = await wholeCase(home, caseId, documents, judgements, remembered)
    const readings: Reading[] = []
    for (const id of documents) {
      const derived = await home.store.documents.derived(caseId, id)
      if (derived) readings.push(derived.reading)
    }
    const checked = await checkDraft(draft, { entities, entityOf, compared }, readings, remembered)
    await pairs.keep()
    if (documents.length <= FEW) await vectors.keep(false)
    return checked
  } finally {
    await networks.close()
  }
}
