/** Readings of a case's documents → its entities, propositions and findings, all in memory. */
import { cardOf } from '../compare/card.js'
import { compareAll, type Compared } from '../compare/compare.js'
import type { Surroundings } from '../compare/context.js'
import { containment } from '../resolve/containment.js'
import { withNamesFound } from '../resolve/found-names.js'
import { localEntities } from '../resolve/local-entity.js'
import { withChainsParted } from '../resolve/parted-chains.js'
import { resolve } from '../resolve/resolve.js'
import type { CaseEntity, Judgement, Proposition } from '../schema/case.js'
import type { Turn } from '../schema/document.js'
import type { Finding, Reading } from '../schema/reading.js'
import { openNetworks, type Networks } from './networks.js'

export interface Read {
  readonly reading: Reading
  readonly turns?: readonly Turn[]
}

export interface Investigation {
  /** As they were given, with the mentions that the case's names were found by. */
  readonly readings: readonly Reading[]
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
  judgements: readonly Judgement[] = [],
  networks: Networks = openNetworks(),
): Promise<Investigation> {
  const { documents, entities, entityOf, surroundings } = resolvedIn(given, judgements)
  const compared = await compareAll(cardsOf(documents, entities, entityOf), { ...surroundings, ...networks })
  await networks.close()
  const { propositions, findings } = compared
  const readings = documents.map(({ reading }) => reading)
  return { readings, entities, entityOf, propositions, findings, compared }
}

export interface Resolved {
  /** The readings as they were compared: chains of names parted, the case's names found in them. */
  readonly documents: readonly Read[]
  readonly entities: readonly CaseEntity[]
  readonly entityOf: ReadonlyMap<string, string>
  readonly surroundings: Pick<Surroundings, 'nameOf' | 'within'>
}

/** The entities of a case, and its readings with them. */
export function resolvedIn(
  given: readonly (Read | Reading)[],
  judgements: readonly Judgement[] = [],
): Resolved {
  const parted = given.map((one): Read => {
    const read = 'reading' in one ? one : { reading: one }
    return { ...read, reading: withChainsParted(read.reading) }
  })
  const locals = parted.flatMap(({ reading }) => localEntities(reading))
  const resolved = resolve(locals, judgements)
  const { readings, entities, entityOf } = withNamesFound(
    parted.map(({ reading }) => reading),
    resolved.entities,
    resolved.entityOf,
    judgements,
  )
  const names = new Map(entities.map((e) => [e.id, e.name]))
  return {
    documents: parted.map((one, i): Read => ({ ...one, reading: readings[i]! })),
    entities,
    entityOf,
    surroundings: {
      nameOf: (id) => names.get(id) ?? '',
      within: containment(entities, locals, entityOf),
    },
  }
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
