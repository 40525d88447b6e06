import { describe, expect, it } from 'vitest'
import { around, card, teller } from '../../test/builders/statements.js'
import { lineageOf } from './lineage.js'

const NAMES = [
  'Jutarnja Vrana',
  'Balkan Post Desk',
  'Gulf of Velm News',
  'Correio da Velm',
  'Red Creek Notes',
  'Velm Ledger',
  'Kveld Sentinel (English edition)',
]
const cards = NAMES.map((publisher, i) => card(`d${i}`, [], { publisher, published: `2020-01-0${i + 1}` }))
const context = around([
  ...cards,
  card('me', [], { publisher: 'Velm Ledger', published: '2020-02-01', names: ['red creek'] }),
])
const { publicationOf, namedIn } = lineageOf(context)
const me = context.cards.get('me')!
const meant = (name: string) =>
  publicationOf(teller(name, { entity: null }), me)?.map((c) => c.publisher) ?? null

describe('which publication is meant', () => {
  it.each([
    ['the Belgrade newspaper Jutarnja Vrana', ['Jutarnja Vrana']],
    ['Balkan Post Desk', ['Balkan Post Desk']],
    ['the agency GVN', ['Gulf of Velm News']],
    ['the Correio', ['Correio da Velm']],
    ['the blog Red Creek', ['Red Creek Notes']],
    ['the blog', ['Red Creek Notes']],
    ['The portal Kveld Sentinel', ['Kveld Sentinel (English edition)']],
    ['this newspaper', ['Velm Ledger', 'Velm Ledger']],
    ['our report of May', ['Velm Ledger', 'Velm Ledger']],
    ['Spanish media', []],
    ['an accountant who asked to stay out of the paper', null],
    ['the passenger list', null],
  ])('%s: %s', (name, expected) => expect(meant(name)).toEqual(expected))

  it('is none where a town lends a paper its name', () =>
    expect(namedIn(['Velm', 'Kveld', 'Gulf'], context.cards.get('d0')!)).toEqual([]))
})
