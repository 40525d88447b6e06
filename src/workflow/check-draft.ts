/** A draft's reading against an investigated case: a verdict on each of its sentences. */
import { cardOf } from '../compare/card.js'
import { compareAdded } from '../compare/added.js'
import { checkSentence, indexOf } from '../compare/check.js'
import type { Card } from '../compare/statement.js'
import { localEntities } from '../resolve/local-entity.js'
import { resolve } from '../resolve/resolve.js'
import type { Checked } from '../schema/case.js'
import type { Reading } from '../schema/reading.js'
import type { Investigation, Read } from './investigate.js'
import { openNetworks, type Networks } from './networks.js'

/**
 * One verdict for each sentence of the draft, in order. `documents` are those of the case. A draft in a language that
 * is not read has no claims, and its reading's `problems` say so. The package's networks are opened where none are given.
 */
export async function checkDraft(
  draft: Reading,
  { entities, entityOf, compared }: Pick<Investigation, 'entities' | 'entityOf' | 'compared'>,
  documents: readonly (Read | Reading)[],
  given: Pick<Networks, 'embed' | 'relate'> | null = null,
): Promise<readonly Checked[]> {
  const card = draftCard(draft, { entities, entityOf }, documents)
  const networks = given ? null : openNetworks()
  try {
    // The draft stands beside the case's documents, and is never among its evidence.
    const cards = new Map([...compared.context.cards, [card.document, card] as const])
    const { embed, relate = null } = given ?? networks!
    const context = { ...compared.context, cards, embed, relate }
    const known = indexOf(compared, context, card)
    const { findings } = await compareAdded(card, known.near, context)
    const contested = findings.filter(({ kind }) => kind === 'contradiction' || kind === 'disputed')
    const index = { ...known, contested }
    const checked: Checked[] = []
    for (const [i, span] of draft.sentences.entries())
      checked.push(await checkSentence(span, draft.document.text, card, i, index))
    return checked
  } finally {
    await networks?.close()
  }
}

/** The draft as comparing sees it: its names are those of the case's entities where it has them. */
export function draftCard(
  draft: Reading,
  { entities, entityOf }: Pick<Investigation, 'entities' | 'entityOf'>,
  documents: readonly (Read | Reading)[],
): Card {
  const meant = entitiesOf(draft, documents, entityOf)
  const named = new Set(entities.filter((e) => e.names.length > 0).map((e) => e.id))
  return cardOf(
    draft,
    (key) => meant.get(key),
    (id) => named.has(id) || id.startsWith(draft.document.id),
  )
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
