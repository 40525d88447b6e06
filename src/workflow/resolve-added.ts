/** Whom a document more names, among the entities of a large case: as they were resolved, before names were found in texts. */
import { blockKeys } from '../resolve/blocks.js'
import type { FoundHere } from '../resolve/found-names.js'
import { knownNames } from '../resolve/known-names.js'
import type { LocalEntity } from '../resolve/local-entity.js'
import { resolveMore } from '../resolve/resolve-more.js'
import type { CaseEntity, Judgement } from '../schema/case.js'
import { localsOf } from './case-workings.js'
import { foundIn, keepFound } from './found-in-case.js'
import type { Home } from './home.js'
import { saveEntityBlocks } from './save-compared.js'

export interface Resolved {
  /** Names that somebody bears now who did not, or bears no more: folded, as they are looked for in texts. */
  readonly forms: readonly string[]
  /** Documents in which a description was given a name, and may be somebody else now. */
  readonly unsure: readonly string[]
}

/** Saves what of the case's entities becomes another by a document's. */
export async function resolveAdded(
  home: Home,
  caseId: string,
  documents: readonly string[],
  added: readonly LocalEntity[],
  judgements: readonly Judgement[],
): Promise<Resolved> {
  const { store } = home
  const near = await store.entities.inBlocks(caseId, [...new Set(added.flatMap(blockKeys))])
  const naming = new Set(near.flatMap((entity) => entity.members.map(documentOf)))
  const members = documents.filter((document) => naming.has(document))
  const locals = await localsOf(home, caseId, members)
  const found = await foundIn(store, caseId, members)
  const lent = lentIn(found)
  const plain = withoutFound(near, lent, new Map(locals.map((local) => [local.key, local])))
  const wanted = new Set(plain.flatMap((entity) => entity.members))
  const known = locals.filter(({ key }) => wanted.has(key))
  const changes = resolveMore(plain, known, added, judgements)

  // What was found of an entity goes where its own members went.
  const gone = new Set(changes.gone)
  const renamed = new Map<string, string>()
  const kept = new Map<string, string[]>()
  const unsure = new Set<string>()
  for (const { id, members: all } of near) {
    const own = all.find((key) => !lent.has(key))
    const to = gone.has(id) ? own && changes.entityOf.get(own) : id
    if (to !== undefined && to !== id) renamed.set(id, to)
    for (const key of all) {
      const before = lent.get(key)
      if (before === undefined) continue
      if (to === undefined || (before !== '' && (changes.entityOf.get(key) ?? before) !== before))
        unsure.add(documentOf(key))
      else kept.set(to, [...(kept.get(to) ?? []), key])
    }
  }
  const away = new Set([...kept.values()].flat())
  const whole = changes.entities.map((entity) => {
    const all = [...entity.members.filter((key) => !away.has(key)), ...(kept.get(entity.id) ?? [])]
    return { ...entity, members: all, documents: new Set(all.map(documentOf)).size }
  })
  const entities = whole.filter((entity) => entity.members.length > 0)
  const none = whole.filter((entity) => entity.members.length === 0).map(({ id }) => id)
  const lost = new Set([...gone, ...none])
  const doubtful = changes.doubtful.filter(({ left, right }) => !lost.has(left) && !lost.has(right))
  await store.entities.save(caseId, entities, [...lost], doubtful)
  if (renamed.size > 0) await keepFound(home, caseId, renamedIn(found, renamed))
  await saveEntityBlocks(home, caseId, entities, [...known, ...added])
  const touched = new Set([...gone, ...changes.entities.map(({ id }) => id)])
  const before = formsOf(plain.filter(({ id }) => touched.has(id)))
  const now = formsOf(changes.entities)
  const forms = [...new Set([...before.keys(), ...now.keys()])].filter((f) => before.get(f) !== now.get(f))
  return { forms, unsure: [...unsure] }
}

/** Members that are only by names found: `document#entity` → what it was before, '' where only the name makes it somebody. */
function lentIn(found: ReadonlyMap<string, FoundHere>): Map<string, string> {
  const lent = new Map<string, string>()
  for (const [document, { meant, before }] of found)
    for (const local of Object.keys(meant)) lent.set(`${document}#${local}`, before[local] ?? '')
  return lent
}

/** Entities as they were resolved. Descriptions that were given a name are somebody by themselves again. */
function withoutFound(
  near: readonly CaseEntity[],
  lent: ReadonlyMap<string, string>,
  locals: ReadonlyMap<string, LocalEntity>,
): CaseEntity[] {
  const plain = new Map<string, CaseEntity>()
  for (const entity of near)
    plain.set(entity.id, {
      ...entity,
      members: entity.members.filter((key) => !lent.has(key)),
    })
  for (const key of near.flatMap(({ members }) => members)) {
    const id = lent.get(key)
    const local = locals.get(key)
    if (!id || !local) continue
    const own = plain.get(id) ?? {
      id,
      type: local.type,
      name: local.name,
      names: [],
      documents: 1,
      members: [],
    }
    plain.set(id, { ...own, members: [...own.members, key] })
  }
  return [...plain.values()].filter(({ members }) => members.length > 0)
}

function renamedIn(
  found: ReadonlyMap<string, FoundHere>,
  renamed: ReadonlyMap<string, string>,
): Map<string, FoundHere> {
  return new Map(
    [...found].map(([document, one]) => {
      const meant = Object.entries(one.meant).map(([local, id]) => [local, renamed.get(id) ?? id])
      return [document, { ...one, meant: Object.fromEntries(meant) as FoundHere['meant'] }]
    }),
  )
}

/** Forms of names with who bears each. */
const formsOf = (entities: readonly CaseEntity[]): Map<string, string> =>
  new Map(
    knownNames(entities).forms.map(({ words, isShort, bearers }) => [
      `${isShort ? 'the ' : ''}${words.join(' ')}`,
      bearers.join(' '),
    ]),
  )

const documentOf = (key: string): string => key.slice(0, key.indexOf('#'))
