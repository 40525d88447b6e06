import { expect, test } from 'vitest'
import { encodedOf } from '../../../test/builders/encoded.js'
import type { WordRange } from '../layers.js'
import { buildTree } from '../propositions/tree.js'
import { withAccounts } from './by-account.js'

function lines(notation: string): string[] {
  const { layers } = encodedOf(notation)
  const shown = (ranges: readonly WordRange[]): string =>
    ranges.flatMap(({ first, last }) => layers.words.slice(first, last).map((w) => w.text)).join(' ')
  return withAccounts([], buildTree(layers.words, layers.encoded.syntax)).map(
    (a) => `${shown(a.source)} | ${shown(a.cue)} | ${shown(a.content)}`,
  )
}

test.each([
  [
    'before the clause',
    "By/ADP/4/case Orr/PROPN/4/nmod:poss 's/PART/2/case account/NOUN/7/obl ,/PUNCT/4/punct guards/NOUN/7/nsubj left/VERB/0/root",
    ['Orr | account | guards left'],
  ],
  [
    'behind it',
    'guards/NOUN/2/nsubj left/VERB/0/root ,/PUNCT/6/punct by/ADP/6/case her/PRON/6/nmod:poss account/NOUN/2/obl',
    ['her | account | guards left'],
  ],
  [
    'but not as what something is paid from',
    'guards/NOUN/2/nsubj paid/VERB/0/root from/ADP/5/case her/PRON/5/nmod:poss account/NOUN/2/obl',
    [],
  ],
])("somebody's version is theirs: %s", (_, notation, expected) => expect(lines(notation)).toEqual(expected))
