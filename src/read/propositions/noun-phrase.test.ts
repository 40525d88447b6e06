import { describe, expect, test } from 'vitest'
import { layersOf } from '../../../test/builders/layers.js'
import { nounPhrase } from './noun-phrase.js'
import { buildTree } from './tree.js'

function phrase(notation: string, head: string, whole = false): string {
  const { document, layers } = layersOf(notation)
  const tree = buildTree(layers.words, layers.encoded.syntax)
  const at = layers.words.findIndex((w) => w.text === head)
  const { first, last } = nounPhrase(tree, at, whole)
  return document.info.text.slice(layers.words[first]!.start, layers.words[last - 1]!.end)
}

describe('a noun phrase', () => {
  test('takes its complements and leaves its preposition and relative clause', () => {
    const text =
      'of/ADP/4/case the/DET/4/det old/ADJ/4/amod owner/NOUN/0/root of/ADP/7/case the/DET/7/det mill/NOUN/4/nmod who/PRON/9/nsubj died/VERB/4/acl:relcl'
    expect(phrase(text, 'owner')).toBe('the old owner of the mill')
  })

  test('ends before a relative clause of a noun inside it', () => {
    const text =
      'head/NOUN/0/root of/ADP/4/case a/DET/4/det firm/NOUN/1/nmod that/PRON/6/nsubj failed/VERB/4/acl:relcl in/ADP/8/case Oran/PROPN/1/nmod'
    expect(phrase(text, 'head')).toBe('head of a firm')
  })

  test.each([
    [false, 'Ada Brock'],
    [true, 'Ada Brock and Tom'],
  ])('takes what is coordinated only when whole (%s)', (whole, expected) => {
    const text = 'Ada/PROPN/0/root Brock/PROPN/1/flat and/CCONJ/4/cc Tom/PROPN/1/conj'
    expect(phrase(text, 'Ada', whole)).toBe(expected)
  })

  test('leaves an apposition and a participle', () => {
    const text =
      'Ada/PROPN/0/root Brock/PROPN/1/flat ,/PUNCT/5/punct a/DET/5/det nurse/NOUN/1/appos living/VERB/5/acl here/ADV/6/advmod'
    expect(phrase(text, 'Ada')).toBe('Ada Brock')
    expect(phrase(text, 'nurse')).toBe('a nurse')
  })

  test('keeps an infinitive that completes it', () => {
    const text = 'a/DET/2/det plan/NOUN/0/root to/PART/4/mark sell/VERB/2/acl the/DET/6/det port/NOUN/4/obj'
    expect(phrase(text, 'plan')).toBe('a plan to sell the port')
  })

  test('as a predicate leaves the subject, the copula and the adverbs of its clause', () => {
    const text =
      'Brock/PROPN/5/nsubj is/AUX/5/cop now/ADV/5/advmod the/DET/5/det mayor/NOUN/0/root of/ADP/7/case Oran/PROPN/5/nmod'
    expect(phrase(text, 'mayor')).toBe('the mayor of Oran')
  })

  test('takes the preposition of a part that stands before it', () => {
    const text = 'killed/VERB/0/root At/ADP/3/case least/ADJ/4/advmod ten/NUM/5/nummod men/NOUN/1/obj'
    expect(phrase(text, 'men')).toBe('At least ten men')
  })

  test('leaves the "no" that the polarity counts', () => {
    expect(phrase('There/PRON/2/expl were/VERB/0/root no/DET/4/det warnings/NOUN/2/nsubj', 'warnings')).toBe(
      'warnings',
    )
  })

  test('never spans words of another phrase', () => {
    const text =
      'Some/DET/3/nsubj:pass were/AUX/3/aux:pass sold/VERB/0/root ,/PUNCT/6/punct including/VERB/6/case two/NUM/1/nmod'
    expect(phrase(text, 'Some')).toBe('Some')
  })
})
