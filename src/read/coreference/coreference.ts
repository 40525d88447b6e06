/** The step that gives mentions and entities: who or what is meant, under whatever words. */
import { quoteStates } from '../../inference/quotes.js'
import type { Document } from '../../schema/document.js'
import type { Entity, Mention } from '../../schema/reading.js'
import { withWholeQuotations } from '../attributions/whole-quotations.js'
import { blockStartsOf } from '../block-starts.js'
import { isRead } from '../language.js'
import type { Layers } from '../layers.js'
import { buildTree } from '../propositions/tree.js'
import { idOf } from '../span-id.js'
import type { Step } from '../step.js'
import { aliasesIn } from './aliases.js'
import { candidatesOf, isTitle, type Candidate } from './candidates.js'
import { clustersOf } from './clusters.js'
import { endOf, entityOf, isEntity, startOf } from './entity.js'
import { byWord } from './meant.js'
import { speakersOf } from './speakers.js'
import { turnSpeakersOf, withTurnNames } from './turn-names.js'
import { withCompanyForms } from './company-forms.js'
import { wholePhrases } from './whole-phrases.js'

/** Gives `mentions` and `entities`; of languages that are not read, names only. */
export const coreferenceStep: Step<'words' | 'encoded', 'mentions' | 'entities'> = {
  name: 'coreference',
  version: 5,
  needs: ['words', 'encoded'],
  gives: ['mentions', 'entities'],
  run(document, { words, encoded }) {
    const { id, text, language } = document.info
    const tree = buildTree(words, encoded.syntax)
    const names = withTurnNames(document, words, withCompanyForms(words, encoded.names))
    const candidates = candidatesOf(words, { ...encoded, names }, tree).filter(
      (c) => c.form === 'name' || isRead(language),
    )
    const cluster = clusters(document, { words, encoded }, candidates, tree)
    const members = new Map<number, Candidate[]>()
    candidates.forEach((c, i) => {
      const own = members.get(cluster[i]!)
      if (own) own.push(c)
      else members.set(cluster[i]!, [c])
    })
    const entities = new Map<number, Entity>()
    for (const [number, own] of members)
      if (isEntity(own)) entities.set(number, entityOf(id, own, words, text))
    const whole = isRead(language) ? wholePhrases(candidates, tree) : []
    const meant = [
      ...candidates.map((c, i) => ({ c, number: cluster[i]! })),
      ...whole.map(({ of, phrase }) => ({ c: phrase, number: cluster[of]! })),
    ].sort((a, b) => a.c.first - b.c.first || b.c.last - a.c.last)
    const mentions = meant.map(({ c, number }): Mention => {
      const [start, end] = [startOf(words, c), endOf(words, c)]
      const entity = entities.get(number)
      return {
        id: idOf(id, 'mention', start, end),
        start,
        end,
        text: text.slice(start, end),
        form: c.form,
        // A pronoun says little of what kind of thing it stands for.
        type: c.form === 'pronoun' ? (entity?.type ?? c.type) : c.type,
        entity: entity?.id ?? null,
      }
    })
    return { layers: { mentions, entities: [...entities.values()] } }
  },
}

/** For each candidate the number of its cluster. */
function clusters(
  document: Document,
  { words, encoded }: Pick<Layers, 'words' | 'encoded'>,
  candidates: readonly Candidate[],
  tree: ReturnType<typeof buildTree>,
): number[] {
  const {
    info: { text },
    blocks,
  } = document
  const at = new Map(byWord(candidates.map((c, value) => ({ ...c, value }))))
  for (let k = 0; k < tree.size; k++) {
    const named = isTitle(tree, k) && !at.has(k) ? at.get(tree.head[k]!) : undefined
    if (named !== undefined && candidates[named]!.form === 'name') at.set(k, named)
  }
  const blockStarts = blockStartsOf(words, blocks)
  const states = quoteStates(text, words, blockStarts)
  const attributions = withWholeQuotations(encoded.attributions, words, states, blockStarts)
  const joined = [
    ...aliasesIn(candidates, words, tree, at),
    ...speakersOf(candidates, words, attributions, states, tree, at),
    ...turnSpeakersOf(document, candidates, words, states, tree),
  ]
  return clustersOf(candidates, words, encoded.corefLinks, joined, at)
}
