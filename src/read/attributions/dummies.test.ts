import { expect, test } from 'vitest'
import { layersOf } from '../../../test/builders/layers.js'
import type { RawAttribution } from '../layers.js'
import { buildTree } from '../propositions/tree.js'
import { withoutDummies } from './dummies.js'

const raw = (anchor: number, source: number, cue: readonly number[], from: number): RawAttribution => ({
  anchor,
  source: source < 0 ? [] : [{ first: source, last: source + 1 }],
  cue: cue.map((first) => ({ first, last: first + 1 })),
  content: [{ first: from, last: from + 2 }],
  stance: 'reports',
  kind: null,
  score: 1,
})
const shown = (notation: string, attributions: readonly RawAttribution[]): string[] => {
  const { layers } = layersOf(notation)
  const words = (ranges: RawAttribution['cue']): string =>
    ranges.map((r) => layers.words[r.first]!.text).join(' ')
  return withoutDummies(attributions, buildTree(layers.words, layers.encoded.syntax)).map(
    (a) => `${words(a.source) || '-'}: ${words(a.cue)}`,
  )
}

test('an "it" that what follows explains is no source', () => {
  const text = 'It/PRON/3/nsubj:pass is/AUX/3/aux:pass said/VERB/0/root Voss/PROPN/5/nsubj fled/VERB/3/ccomp'
  expect(shown(text, [raw(2, 0, [2], 3)])).toEqual(['-: said'])
})

test('“finds it proved” is one cue of the court', () => {
  const text =
    'Court/NOUN/2/nsubj finds/VERB/0/root/find it/PRON/2/obj proved/VERB/2/xcomp Voss/PROPN/6/nsubj fled/VERB/4/ccomp'
  expect(shown(text, [raw(1, 0, [1], 4), raw(3, 2, [3], 4)])).toEqual(['Court: finds proved'])
})

test('an "it" that says something stays', () => {
  const text = 'It/PRON/2/nsubj said/VERB/0/root Voss/PROPN/4/nsubj fled/VERB/2/ccomp'
  expect(shown(text, [raw(1, 0, [1], 2)])).toEqual(['It: said'])
})
