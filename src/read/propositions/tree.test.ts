import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layersOf } from '../../../test/builders/layers.js'
import type { Syntax, Word } from '../layers.js'
import { buildTree, caseOf, conjuncts } from './tree.js'

const treeOf = (notation: string) => {
  const { layers } = layersOf(notation)
  return buildTree(layers.words, layers.encoded.syntax)
}

describe('trees', () => {
  test('dependents come in text order and depth counts from the root', () => {
    const tree = treeOf('Ada/PROPN/2/nsubj sold/VERB/0/root the/DET/4/det mill/NOUN/2/obj ./PUNCT/2/punct')
    expect(tree.children[1]).toEqual([0, 3, 4])
    expect([...tree.depth]).toEqual([1, 0, 2, 1, 1])
  })

  test('a preposition takes the words fixed to it', () => {
    const tree = treeOf(
      'closed/VERB/0/root because/ADP/5/case of/ADP/2/fixed the/DET/5/det flood/NOUN/1/obl out/ADP/8/case of/ADP/8/case town/NOUN/5/nmod',
    )
    expect(caseOf(tree, 4)).toBe('because of')
    expect(caseOf(tree, 7)).toBe('out of')
  })

  test('coordinated words are found through each other', () => {
    const tree = treeOf('Ada/PROPN/0/root ,/PUNCT/3/punct Tom/PROPN/1/conj and/CCONJ/5/cc Eve/PROPN/3/conj')
    expect(conjuncts(tree, 0)).toEqual([0, 2, 4])
  })

  test('an arc into another sentence is cut', () => {
    const words: Word[] = [0, 1].map((sentence) => ({
      start: sentence * 2,
      end: sentence * 2 + 1,
      text: 'a',
      sentence,
    }))
    const syntax: Syntax[] = [
      { upos: 'X', lemma: 'a', head: 1, deprel: 'obj' },
      { upos: 'X', lemma: 'a', head: -1, deprel: 'root' },
    ]
    expect([...buildTree(words, syntax).head]).toEqual([-1, -1])
  })

  test('whatever heads a parser gives, following them ends at a root', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 30 }), { maxLength: 30 }), (heads) => {
        const words = heads.map((_, i): Word => ({ start: i * 2, end: i * 2 + 1, text: 'a', sentence: 0 }))
        const tree = buildTree(
          words,
          heads.map((head) => ({ upos: 'NOUN', lemma: 'a', head, deprel: 'obj' })),
        )
        return heads.every((_, i) => {
          let at = i
          for (let steps = 0; steps <= heads.length; steps++) {
            if (tree.head[at]! < 0) return tree.depth[i] === steps
            at = tree.head[at]!
          }
          return false
        })
      }),
    )
  })
})
