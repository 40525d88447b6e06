import { lineageOf } from '../../src/compare/lineage.js'
import { accusationsWithoutSource } from '../../src/compare/passages/accusation.js'
import { indexPassages } from '../../src/compare/passages/index.js'
import type { Passage } from '../../src/compare/passages/passage.js'
import { raisedIn } from '../../src/compare/passages/passages.js'
import { contentWords } from '../../src/compare/words/content.js'
import { matterOf } from '../../src/compare/words/derived.js'
import { amountsIn } from '../../src/compare/words/numbers.js'
import { around, card } from './statements.js'

/** Two capitalised words are a person, one after 'in' is a place. */
export function passage(document: string, text: string, more: Partial<Passage> = {}): Passage {
  const people = [...text.matchAll(/\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu)].map(({ 0: name, index }) => ({
    entity: null,
    words: contentWords(name),
    before: text.slice(0, index).toLowerCase(),
    at: index,
  }))
  const places = [...text.matchAll(/\b(in) (\p{Lu}\p{L}+)/gu)].map(([, after, name]) => ({ key: name!, name: name!, after: after! })) // prettier-ignore
  const written = [...new Set([...people.flatMap(({ words }) => words), ...places.flatMap(({ name }) => contentWords(name))])] // prettier-ignore
  return {
    document,
    sentence: 0,
    evidence: { file: `${document}.txt`, start: 0, end: text.length, text, claim: null },
    words: [
      ...new Set(
        contentWords(text)
          .filter((w) => !written.includes(w))
          .map(matterOf),
      ),
    ],
    names: written,
    written,
    entities: [],
    amounts: amountsIn(text),
    times: [],
    places,
    people,
    voice: '',
    hedged: false,
    ...more,
  }
}

/** Sentences of no matter, so that words of the case are rare. */
const FILLER = Array.from({ length: 60 }, (_, i) => passage(`filler${i}`, `Sentence ${i} speaks of nothing`))

const contextWith = (list: readonly Passage[]) => {
  const all = [...list, ...FILLER]
  const documents = [...new Set(all.map((p) => p.document))].sort()
  return around(documents.map((d) => card(d, [], { passages: all.filter((p) => p.document === d) })))
}

/** A case of these sentences. */
export const passagesOf = (list: readonly Passage[]) => indexPassages(contextWith(list))

export function raisedBy(list: readonly Passage[]) {
  const context = contextWith(list)
  return raisedIn(indexPassages(context), lineageOf(context))
}

/** Accusations without a source, where there is no sentence encoder. */
export const accusationsIn = (list: readonly Passage[]) => accusationsWithoutSource(passagesOf(list))

/** A sentence of which nothing but its words is known; sentences of a document begin `apart` characters from one another. */
export const bare = (
  document: string,
  sentence: number,
  text: string,
  more: Partial<Passage> = {},
  apart = 100,
): Passage => ({
  document,
  sentence,
  evidence: {
    file: `${document}.txt`,
    start: apart * sentence,
    end: apart * sentence + text.length,
    text,
    claim: null,
  },
  words: contentWords(text),
  names: [],
  written: [],
  entities: [],
  amounts: [],
  times: [],
  places: [],
  people: [],
  voice: '',
  hedged: false,
  ...more,
})
