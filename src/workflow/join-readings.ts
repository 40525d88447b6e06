/** The readings of a document's stretches as one. */
import type { Document } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import type { Attribution, Claim, Entity, Link, Mention, Problem, Reading, Term } from '../schema/reading.js'

/**
 * One Reading of `document` from those of its stretches, in order. Entities of one name and type become one, under the
 * id of the first; a mere description ("the man") in another stretch stays another's. `why` it was read in stretches is
 * added as a problem: 'document-long' unless another is given.
 */
export function joinReadings(
  document: Document,
  readings: readonly Reading[],
  why: Problem = problem('document-long', null, String(readings.length)),
): Reading {
  const { entities, meant } = joinEntities(readings)
  const renamed = renamer(meant)
  const all = <T>(of: (reading: Reading) => readonly T[]): T[] => readings.flatMap((r) => of(r) as T[])
  return {
    whence: 1,
    document: document.info,
    sentences: all((r) => r.sentences),
    mentions: all((r) => r.mentions).map(renamed.mention),
    entities,
    times: all((r) => r.times),
    quantities: all((r) => r.quantities),
    attributions: all((r) => r.attributions).map(renamed.attribution),
    claims: all((r) => r.claims).map(renamed.claim),
    findings: all((r) => r.findings),
    problems: [...document.problems, why, ...onceEach(all((r) => r.problems))],
  }
}

/** The entities of the whole; `meant` gives for each that went into an earlier one the id of that. */
function joinEntities(readings: readonly Reading[]): {
  readonly entities: Entity[]
  readonly meant: ReadonlyMap<string, string>
} {
  const meant = new Map<string, string>()
  const kept = new Map<string, Entity>()
  const byName = new Map<string, string>()
  for (const { entities, mentions } of readings) {
    const named = new Set(mentions.filter((m) => m.form === 'name').map((m) => m.entity))
    const own: [string, string][] = []
    for (const entity of entities) {
      const key = `${entity.type} ${entity.name}`
      const earlier = named.has(entity.id) ? byName.get(key) : undefined
      if (earlier === undefined) {
        kept.set(entity.id, entity)
        if (named.has(entity.id)) own.push([key, entity.id])
        continue
      }
      meant.set(entity.id, earlier)
      const first = kept.get(earlier)!
      kept.set(earlier, { ...first, aliases: [...new Set([...first.aliases, ...entity.aliases])] })
    }
    // Only now: what one stretch keeps apart under one name stays apart.
    for (const [key, id] of own) if (!byName.has(key)) byName.set(key, id)
  }
  return { entities: [...kept.values()], meant }
}

/** Puts for each entity the one it went into. */
function renamer(meant: ReadonlyMap<string, string>) {
  const id = <T extends string | null>(entity: T): T => ((entity && meant.get(entity)) ?? entity) as T
  const changed = <T extends { readonly entity?: string | null }>(one: T): T =>
    one.entity && meant.has(one.entity) ? { ...one, entity: id(one.entity) } : one
  // Claims share the chain of their attribution, and still do afterwards.
  const chains = new Map<readonly Link[], readonly Link[]>()
  const chain = (links: readonly Link[]): readonly Link[] => {
    let known = chains.get(links)
    if (!known) chains.set(links, (known = links.map((link) => ({ ...link, who: changed(link.who) }))))
    return known
  }
  const term = (t: Term): Term => changed(t)
  return {
    mention: (m: Mention): Mention => changed(m),
    attribution: (a: Attribution): Attribution => ({ ...a, speaker: id(a.speaker) }),
    claim: (c: Claim): Claim => ({
      ...c,
      subject: term(c.subject),
      object: c.object && term(c.object),
      roles: c.roles.map((r) => ({ ...r, term: term(r.term) })),
      place: id(c.place),
      chain: chain(c.chain),
    }),
  }
}

/** Problems of the whole document, which every stretch has, once; those of a place as they are. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ at, message }) => at || (!seen.has(message) && seen.add(message)))
}
