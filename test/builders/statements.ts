import { contextOf, type Context } from '../../src/compare/context.js'
import type { Card, Statement, Teller } from '../../src/compare/statement.js'
import { contentWords } from '../../src/compare/words/content.js'
import { amountsIn } from '../../src/compare/words/numbers.js'

/** A statement of one line: its words, frame and doer; capitalised words are entities. */
export function said(
  words: string,
  frame: string,
  more: Partial<Statement> & { in?: string } = {},
): Statement {
  const { in: document = 'a', ...rest } = more
  const entities = [
    ...words.matchAll(/\b(?!The\b|Twelve\b|Fourteen\b|Nineteen\b|More\b|On\b|In\b|Two\b|A\b)\p{Lu}\p{L}+/gu),
  ].map(([name]) => name)
  return {
    id: `${document}#${words}`,
    document,
    evidence: { file: `${document}.txt`, start: 0, end: words.length, text: words, claim: null },
    frame,
    doer: entities[0] ?? null,
    patient: null,
    entities,
    stems: contentWords(words.replace(/\b\p{Lu}\p{L}+/gu, ' ')).filter((s) => s !== frame),
    amounts: amountsIn(words),
    gist: words,
    time: null,
    place: null,
    polarity: / (?:not|never) /.test(words) ? 'negative' : 'positive',
    strength: 3,
    tellers: [],
    hearsay: false,
    cues: [],
    named: [],
    sentence: 0,
    heading: false,
    ...rest,
  }
}

export const teller = (name: string, more: Partial<Teller> = {}): Teller => ({
  name,
  entity: /^\p{Lu}\p{L}+$/u.test(name) ? name : null,
  kind: 'named',
  stance: 'asserts',
  certainty: 'certain',
  count: 1,
  of: null,
  ...more,
})

/** The card of a document with the statements that lie in it. */
export const card = (document: string, statements: readonly Statement[], more: Partial<Card> = {}): Card => ({
  document,
  file: `${document}.txt`,
  publisher: `Paper ${document}`,
  title: null,
  published: null,
  language: 'en',
  kind: 'press',
  author: null,
  signature: [],
  names: [],
  quotations: [],
  unmasked: [],
  retracts: false,
  statements: statements.filter((s) => s.document === document),
  ...more,
})

export const surroundings = {
  nameOf: (id: string) => id,
  within: (inner: string, outer: string) => inner === 'Bergen' && outer === 'Norway',
  embed: null,
}

export const around = (cards: readonly Card[]): Context => contextOf(cards, surroundings)
