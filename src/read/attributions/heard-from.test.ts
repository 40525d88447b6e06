import { expect, test } from 'vitest'
import { encodedOf } from '../../../test/builders/encoded.js'
import { buildTree } from '../propositions/tree.js'
import { withHeardFrom } from './heard-from.js'
import { nestingOf } from './nesting.js'
import { withRelays } from './relay.js'

const HEARD =
  'Orr/PROPN/2/nsubj heard/VERB/0/root/hear from/ADP/5/case two/NUM/5/nummod guards/NOUN/2/obl that/SCONJ/8/mark it/PRON/8/nsubj burned/VERB/2/ccomp'

function read(notation: string, anchor: string, content: string) {
  const { layers } = encodedOf(notation, { attributions: [{ anchor, source: 'Orr', content }] })
  const { words, encoded } = layers
  const found = withHeardFrom(encoded.attributions, buildTree(words, encoded.syntax))
  const sources = found.map(({ source: [s] }) =>
    words
      .slice(s!.first, s!.last)
      .map((w) => w.text)
      .join(' '),
  )
  return { sources, within: withRelays(found, words, nestingOf(found)) }
}

test('whom one has it from is a link behind whoever heard it', () =>
  expect(read(HEARD, 'heard', 'that it burned')).toEqual({
    sources: ['Orr', 'two guards'],
    within: [null, 0],
  }))

test('who only says something from somewhere has it from nobody', () =>
  expect(
    read(
      'Orr/PROPN/2/nsubj said/VERB/0/root from/ADP/4/case Paris/PROPN/2/obl it/PRON/6/nsubj burned/VERB/2/ccomp',
      'said',
      'it burned',
    ).sources,
  ).toEqual(['Orr']))
