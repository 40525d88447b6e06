/** A draft's reading against an investigated case: a verdict on each of its sentences. */
import { cardOf } from '../compare/card.js'
import { compareAdded } from '../compare/added.js'
import { checkSentence, indexOf, nearOf } from '../compare/check.js'
import { openMeaning } from '../inference/meaning.js'
import { localEntities } from '../resolve/local-entity.js'
import { resolve } from '../resolve/resolve.js'
import type { Checked } from '../schema/case.js'
import type { Reading } from '../schema/reading.js'
import { MEANING_FOLDER, type Investigation, type Read } from './investigate.js'

/**
 * One verdict for each sentence of the draft, in order. `documents` are those of the case. A draft in a language that
 * is not read has no claims, and its reading's `problems` say so.
 */
export async function checkDraft(
  draft: Reading,
  { entities, entityOf, compared }: Pick<Investigation, 'entities' | 'entityOf' | 'compared'>,
  documents: readonly (Read | Reading)[],
): Promise<readonly Checked[]> {
  const meant = entitiesOf(draft, documents, entityOf)
  const named = new Set(entities.filter((e) => e.names.length > 0).map((e) => e.id))
  const card = cardOf(
    draft,
    (key) => meant.get(key),
    (id) => named.has(id) || id.startsWith(draft.document.id),
  )
  const meaning = openMeaning(MEANING_FOLDER)
  // The draft stands beside the case's documents, and is never among its evidence.
  const cards = new Map([...compared.context.cards, [card.document, card] as const])
  const context = { ...compared.context, cards, embed: (texts: readonly string[]) => meaning.embed(texts) }
  const known = indexOf({ ...compared, context })
  const { findings } = await compareAdded(card, nearOf(card, known), context)
  const contested = findings.filter(({ kind }) => kind === 'contradiction' || kind === 'disputed')
  const index = { ...known, contested }
  const checked: Checked[] = []
  for (const [i, span] of draft.sentences.entries())
    checked.push(
      await checkSentence(
        span,
        draft.document.text,
        card.statements.filter((s) => s.sentence === i),
        index,
      ),
    )
  await meaning.close()
  return checked
}

/** Which entities of the case those of the draft are: resolved together with all of the case's. */
function entitiesOf(
  draft: Reading,
  documents: readonly (Read | Reading)[],
  entityOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const readings = documents.map((d) => ('reading' in d ? d.reading : d))
  const { entities } = resolve(
    [...readings, draft].flatMap((r) => localEntities(r)),
    [],
  )
  const own = `${draft.document.id}#`
  const out = new Map<string, string>()
  for (const { members } of entities) {
    const inCase = members.map((m) => entityOf.get(m)).find((id) => id !== undefined)
    for (const member of members) if (member.startsWith(own)) out.set(member, inCase ?? member)
  }
  return out
}
