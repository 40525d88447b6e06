/** Readings of a case's documents → its entities, propositions and findings, all in memory. */
import { fileURLToPath } from 'node:url'
import { openMeaning, type Meaning } from '../inference/meaning.js'
import { cardOf } from '../compare/card.js'
import { compareAll, type Compared } from '../compare/compare.js'
import type { CaseEntity, Judgement, Proposition } from '../schema/case.js'
import type { Turn } from '../schema/document.js'
import type { Finding, Reading } from '../schema/reading.js'

/** The folder of the sentence encoder that the package ships. */
export const MEANING_FOLDER = fileURLToPath(new URL('../../model/meaning/', import.meta.url))

export interface Read {
  readonly reading: Reading
  readonly turns?: readonly Turn[]
}

export interface Investigation {
  readonly entities: readonly CaseEntity[]
  /** `document#entity` → the case's entity. */
  readonly entityOf: ReadonlyMap<string, string>
  readonly propositions: readonly Proposition[]
  readonly findings: readonly Finding[]
  /** What a draft is checked against. */
  readonly compared: Compared
}

/**
 * Investigates a case. A case of no or one document is one like any other. Nothing is stored.
 * Throws WhenceError 'model-missing' or 'model-damaged' for the sentence encoder.
 */
export async function investigate(
  given: readonly (Read | Reading)[],
  _judgements: readonly Judgement[] = [],
  meaning: Meaning = openMeaning(MEANING_FOLDER),
): Promise<Investigation> {
  const documents = given.map((one): Read => ('reading' in one ? one : { reading: one }))
  const { entities, entityOf } = byName(documents.map(({ reading }) => reading))
  const compared = await compareAll(
    cardsOf(documents, entities, entityOf),
    surroundingsOf(entities, (texts) => meaning.embed(texts)),
  )
  await meaning.close()
  return { entities, entityOf, propositions: compared.propositions, findings: compared.findings, compared }
}

/** The cards of readings, given the case's entities. */
export function cardsOf(
  documents: readonly Read[],
  entities: readonly CaseEntity[],
  entityOf: ReadonlyMap<string, string>,
) {
  const named = new Set(entities.filter((e) => e.names.length > 0).map((e) => e.id))
  return documents.map(({ reading }) =>
    cardOf(
      reading,
      (key) => entityOf.get(key),
      (id) => named.has(id),
    ),
  )
}

export function surroundingsOf(
  entities: readonly CaseEntity[],
  embed: ((texts: readonly string[]) => Promise<readonly Float32Array[]>) | null,
) {
  const byId = new Map(entities.map((e) => [e.id, e]))
  return { nameOf: (id: string) => byId.get(id)?.name ?? '', within: () => false, embed }
}

function byName(readings: readonly Reading[]): { entities: CaseEntity[]; entityOf: Map<string, string> } {
  const groups = new Map<string, { first: Reading['entities'][number]; names: Set<string>; members: string[]; documents: Set<string> }>()
  const entityOf = new Map<string, string>()
  for (const { document, entities, mentions } of readings) {
    const named = new Set(mentions.filter((m) => m.form === 'name').map((m) => m.entity))
    for (const entity of entities) {
      const key = `${document.id}#${entity.id}`
      const id = named.has(entity.id) ? `e ${entity.name.toLowerCase()}` : key
      const group = groups.get(id) ?? { first: entity, names: new Set(), members: [], documents: new Set() }
      if (named.has(entity.id)) group.names.add(entity.name)
      group.members.push(key)
      group.documents.add(document.id)
      groups.set(id, group)
      entityOf.set(key, id)
    }
  }
  return {
    entityOf,
    entities: [...groups].map(([id, g]) => ({ id, type: g.first.type, name: g.first.name, names: [...g.names], documents: g.documents.size, members: g.members })),
  }
} // prettier-ignore
