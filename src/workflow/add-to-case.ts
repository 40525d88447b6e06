/** One document more in a large case: only what shares a block with it, and what bears a name that it brought, is looked at. */
import { compareAdded, cutTo, keysOf } from '../compare/added.js'
import type { Surroundings } from '../compare/context.js'
import type { Card } from '../compare/statement.js'
import { containment } from '../resolve/containment.js'
import type { LocalEntity } from '../resolve/local-entity.js'
import type { CaseEntity, Judgement } from '../schema/case.js'
import { cardsOf, localsOf, rejectedClaims } from './case-workings.js'
import { foundIn } from './found-in-case.js'
import type { Home } from './home.js'
import { lookUpAgain } from './look-up-again.js'
import { resolveAdded } from './resolve-added.js'
import { keyed, saveAdded, saveClaimBlocks } from './save-compared.js'

/** Claims that share a block with a new document's, at most: beyond it the rest is compared when all are. */
const MOST_NEAR = 20_000
/** Documents before it that are compared again because a name of it was found in them, at most: likewise. */
const MOST_AGAIN = 20

/** `documents`: all of the case, `fresh`: the evidence of those that are new. */
export async function addToCase(
  home: Home,
  caseId: string,
  id: string,
  documents: readonly string[],
  fresh: readonly LocalEntity[],
  judgements: readonly Judgement[],
  networks: Pick<Surroundings, 'embed' | 'relate'> | null,
): Promise<void> {
  const added = fresh.filter(({ document }) => document === id)
  const { forms, unsure } = await resolveAdded(home, caseId, documents, added, judgements)
  await lookUpAgain(home, caseId, id, judgements)
  const again: string[] = []
  const naming = await documentsNaming(home, caseId, forms, new Set(documents))
  const others = [...new Set([...unsure, ...naming])].filter((document) => document !== id)
  for (const document of others.slice(0, MOST_AGAIN))
    if (await lookUpAgain(home, caseId, document, judgements)) again.push(document)
  const rejected = rejectedClaims(judgements)
  for (const document of [id, ...again]) await compareOne(home, caseId, document, rejected, networks)
}

/** Documents in which these names stand, by the index of words: fewer forms asked than a document names, fewer documents than a page. */
async function documentsNaming(
  { store }: Home,
  caseId: string,
  forms: readonly string[],
  present: ReadonlySet<string>,
): Promise<string[]> {
  const found = new Set<string>()
  for (const form of forms.slice(0, 2 * MOST_AGAIN)) {
    const { rows } = await store.search.find(caseId, { words: `"${form}"` }, { limit: 2 * MOST_AGAIN })
    for (const { document } of rows) if (present.has(document)) found.add(document)
  }
  return [...found]
}

/** A document's claims against those of others that share a block with them. */
async function compareOne(
  home: Home,
  caseId: string,
  id: string,
  rejected: ReadonlySet<string>,
  networks: Pick<Surroundings, 'embed' | 'relate'> | null,
): Promise<void> {
  const { store } = home
  const standing = new Map<string, CaseEntity>()
  const isNamed = (entity: string): boolean => (standing.get(entity)?.names.length ?? 0) > 0
  const meant = new Map<string, string>()
  const cardFor = async (document: string, locals: readonly LocalEntity[]): Promise<Card | undefined> => {
    const own = Object.entries(await store.entities.ofDocument(caseId, document))
    const entityOf = new Map(own.map(([local, entity]) => [`${document}#${local}`, entity]))
    for (const [key, entity] of entityOf) meant.set(key, entity)
    const unknown = [...new Set(entityOf.values())].filter((entity) => !standing.has(entity))
    for (const entity of await store.entities.some(caseId, unknown)) standing.set(entity.id, entity)
    const found = await foundIn(store, caseId, [document])
    const [card] = await cardsOf(home, caseId, [document], locals, { entityOf, isNamed, found }, rejected)
    return card
  }
  const own = await localsOf(home, caseId, [id])
  const card = await cardFor(id, own)
  if (!card) return
  const keys = [...new Set(keysOf(card).map(({ key }) => key))]
  const sharing = new Map<string, Set<string>>()
  let count = 0
  for await (const claim of store.claims.inBlocks(caseId, keys)) {
    sharing.set(claim.document, (sharing.get(claim.document) ?? new Set()).add(claim.id))
    if (++count >= MOST_NEAR) break
  }
  const others = [...sharing.keys()].filter((document) => document !== id)
  const cards: Card[] = []
  const locals = await localsOf(home, caseId, others)
  for (const document of others) {
    const other = await cardFor(
      document,
      locals.filter((local) => local.document === document),
    )
    if (other) cards.push(cutTo(other, sharing.get(document)!))
  }
  const compared = keyed(
    await compareAdded(card, cards, {
      nameOf: (entity) => standing.get(entity)?.name ?? '',
      within: containment([...standing.values()], [...own, ...locals], meant),
      ...(networks ?? { embed: null }),
    }),
  )
  const looked = new Set([card, ...cards].flatMap((c) => c.statements.map((s) => s.id)))
  await saveAdded(home, caseId, compared, looked)
  await saveClaimBlocks(home, caseId, [card])
}
