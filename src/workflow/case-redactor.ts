/** What must be struck out of a case's exports: the names of whom a person decided to redact. */
import { redactedKeys, redactor, type Redact } from '../export/redact.js'
import { standingJudgements } from './case-workings.js'
import type { Home } from './home.js'

export async function caseRedactor(home: Pick<Home, 'store'>, caseId: string): Promise<Redact> {
  const keys = redactedKeys(await standingJudgements(home, caseId))
  const entities = []
  for (const key of keys) {
    const document = key.slice(0, key.indexOf('#'))
    const own = await home.store.entities.ofDocument(caseId, document)
    const entity = await home.store.entities.get(caseId, own[key.slice(document.length + 1)] ?? '')
    if (entity) entities.push(entity)
  }
  return redactor(entities)
}
