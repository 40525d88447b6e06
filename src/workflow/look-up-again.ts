/** The case's names looked up in one document, whose entities then have other members. */
import { isByFound, nameKeysIn, namesFoundIn, type FoundHere } from '../resolve/found-names.js'
import { knownNames } from '../resolve/known-names.js'
import { toldApart } from '../resolve/judged.js'
import type { CaseEntity, Judgement } from '../schema/case.js'
import { localsOf } from './case-workings.js'
import { foundIn, keepFound, lookedUpIn, NOTHING } from './found-in-case.js'
import type { Home } from './home.js'

/** Only entities one of whose names can stand in the text are fetched. False where nothing is found that was not, nor lost. */
export async function lookUpAgain(
  home: Home,
  caseId: string,
  document: string,
  judgements: readonly Judgement[],
): Promise<boolean> {
  const { store } = home
  const looked = await lookedUpIn(store, caseId, document)
  if (!looked) return false
  const kept = (await foundIn(store, caseId, [document])).get(document) ?? NOTHING
  const now = await store.entities.ofDocument(caseId, document)
  const plain = asResolved(now, kept)
  const keyed = new Map([...plain].map(([local, entity]) => [`${document}#${local}`, entity]))
  const possible = await store.entities.inBlocks(caseId, nameKeysIn(looked.document.text))
  const own = await store.entities.some(caseId, [...new Set(plain.values())])
  const candidates = new Map([...own, ...possible].map((entity) => [entity.id, entity]))
  const found = namesFoundIn(looked, knownNames([...candidates.values()]), keyed, toldApart(judgements))
  const wanted = new Map([...plain, ...Object.entries(found.meant)])
  const leaving = Object.entries(now).filter(([local, entity]) => wanted.get(local) !== entity)
  const joining = [...wanted].filter(([local, entity]) => now[local] !== entity)
  if (JSON.stringify(found) === JSON.stringify(kept) && leaving.length === 0 && joining.length === 0)
    return false
  await move(home, caseId, document, leaving, joining)
  await keepFound(home, caseId, new Map([[document, found]]))
  return true
}

type Pairs = readonly (readonly [local: string, entity: string])[]

/** Whose the document's entities are but for what was found. */
function asResolved(now: Readonly<Record<string, string>>, kept: FoundHere): Map<string, string> {
  const plain = new Map<string, string>()
  for (const [local, entity] of Object.entries(now)) {
    if (isByFound(local)) continue
    plain.set(local, (kept.meant[local] === entity ? kept.before[local] : undefined) ?? entity)
  }
  return plain
}

/** Takes members from entities and gives them to others; one without members is gone. */
async function move(
  home: Home,
  caseId: string,
  document: string,
  leaving: Pairs,
  joining: Pairs,
): Promise<void> {
  const { store } = home
  const locals = new Map((await localsOf(home, caseId, [document])).map((local) => [local.key, local]))
  const touched = new Set([...leaving, ...joining].map(([, entity]) => entity))
  const entities: CaseEntity[] = []
  const gone: string[] = []
  for (const id of touched) {
    const left = new Set(leaving.filter(([, e]) => e === id).map(([local]) => `${document}#${local}`))
    const come = joining.filter(([, e]) => e === id).map(([local]) => `${document}#${local}`)
    const first = come[0] === undefined ? undefined : locals.get(come[0])
    const entity =
      (await store.entities.get(caseId, id)) ??
      (first && { id, type: first.type, name: first.name, names: [], documents: 0, members: [] })
    if (!entity) continue
    const members = [...entity.members.filter((key) => !left.has(key)), ...come]
    const documents = new Set(members.map((key) => key.slice(0, key.indexOf('#')))).size
    if (members.length > 0) entities.push({ ...entity, members, documents })
    else gone.push(id)
  }
  await store.entities.save(caseId, entities, gone, null)
}
