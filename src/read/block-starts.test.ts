import { expect, test } from 'vitest'
import { blockStartsOf } from './block-starts.js'

const spans = (...ends: [number, number][]) => ends.map(([start, end]) => ({ start, end }))

test.each<[string, [number, number][], [number, number][], number[]]>([
  ['the first word of each block', [[0, 2], [3, 5], [7, 9]], [[0, 5], [7, 9]], [0, 2]],
  ['a block without words', [[0, 2], [9, 11]], [[0, 3], [4, 6], [9, 11]], [0, 1]],
  ['no blocks', [[0, 2], [3, 5]], [], [0]],
  ['no words', [], [[0, 5]], []],
])('%s', (_, words, blocks, starts) => expect(blockStartsOf(spans(...words), spans(...blocks))).toEqual(starts)) // prettier-ignore
