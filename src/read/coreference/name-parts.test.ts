import { describe, expect, it, test } from 'vitest'
import type { MentionType } from '../../schema/reading.js'
import { areDifferent, mayShorten, namePartsOf, sameName, type NameParts } from './name-parts.js'

const TYPES: Readonly<Record<string, MentionType>> = { P: 'Person', O: 'Organization', L: 'Place' }

/** "P Ada Brock": a person's name; O an organisation's, L a place's. */
const name = (written: string): NameParts => {
  const [type, ...words] = written.split(' ')
  return namePartsOf(words, TYPES[type!]!)
}

describe('the parts that tell bearers apart', () => {
  test.each<[string, string[]]>([
    ['P Dr. Ada Brock', ['ada', 'brock']],
    ['P the Prime Minister Tad Furlong', ['tad', 'furlong']],
    ['P H. Sørbye', ['h', 'sørbye']],
    ["P Brock 's", ['brock']],
    ["P Brock's", ['brock']],
    ['P Ekholm’', ['ekholm']],
    // A title is a name where nothing comes after it
    ['P Ada King', ['ada', 'king']],
    ['P Mr. King', ['king']],
    ['P Mayor', ['mayor']],
    ['P Tom Brock Jr.', ['tom', 'brock']],
    ['O The General Dye Works', ['general', 'dye', 'works']],
    ['O U.S', ['us']],
    ['O U.S.', ['us']],
    ['O Lind & Voss', ['lind', 'voss']],
    ['O &', []],
  ])('%s', (written, parts) => expect(name(written).parts).toEqual(parts))
})

describe('may be short for', () => {
  test.each<[string, string, boolean]>([
    ['P Sørbye', 'P Henrik Sørbye', true],
    ['P Henrik', 'P Henrik Sørbye', true],
    ['P H. Sørbye', 'P Henrik Sørbye', true],
    ['P Henrik Sørbye', 'P H. Sørbye', true],
    ['P Henrik Sørbye', 'P Henrik M. Sørbye', true],
    ['P H. Sørbye', 'P Henrik M. Sørbye', true],
    ['P van Dale', 'P Marta van Dale', true],
    ['P Mr Brock', 'P Tom Brock', true],
    ['P Brock Jr.', 'P Tom Brock Jr.', true],
    ['P Brock', 'P Tom Brock Jr.', true],
    ['P Tom Brock Sr.', 'P Tom Brock Jr.', false],
    ['P H.', 'P H. Sørbye', false],
    ['P Ada Brock', 'P Tom Brock', false],
    ['P A. M. Brock', 'P M. A. Brock', false],
    ['P Mrs Brock', 'P Mr Tom Brock', false],
    ['P Henrik Sørbye', 'P Sørbye', false],
    ['O Audit Office', 'O National Audit Office', true],
    ['O Office', 'O National Audit Office', false],
    ['O NAO', 'O National Audit Office', true],
    ['O N.A.O.', 'O National Audit Office', true],
    ['O ONS', 'O Office for National Statistics', true],
    ['O OFNS', 'O Office for National Statistics', true],
    ['O NAO', 'O National Aid Union', false],
    ['O N', 'O Northlight', false],
    ['L Kelso', 'L New Kelso', false],
    ['O &', 'O Lind & Voss', false],
  ])('%s for %s: %s', (short, long, may) => expect(mayShorten(name(short), name(long))).toBe(may))
})

describe('cannot be one bearer', () => {
  test.each<[string, string, boolean]>([
    ['P Ada Brock', 'P Tom Brock', true],
    ['P Ada Brock', 'P Ada Lind', true],
    ['P Mr Brock', 'P Mrs Brock', true],
    ['P Tom Brock Jr.', 'P Tom Brock Sr.', true],
    ['P Ada Brock', 'P A. Brock', false],
    ['P Mr Brock', 'P Brock', false],
    ['L Kelso', 'L New Kelso', true],
    ['O Northlight', 'O Calm Bay Trust', true],
    ['O National Audit Office', 'O Audit Office', false],
    ['O NAO', 'O National Audit Office', false],
    ['O Northlight Foundation', 'O Northlight', false],
    ['O &', 'O Northlight', false],
  ])('%s and %s: %s', (a, b, different) => {
    expect(areDifferent(name(a), name(b))).toBe(different)
    expect(areDifferent(name(b), name(a))).toBe(different)
  })
})

it('takes a name for the same whatever its title, unless titles disagree', () => {
  expect(sameName(name('P Dr Ada Brock'), name('P Ada Brock'))).toBe(true)
  expect(sameName(name('P Mr Brock'), name('P Mrs Brock'))).toBe(false)
})
