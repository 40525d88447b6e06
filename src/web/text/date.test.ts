import { expect, it } from 'vitest'
import { dateWords } from './date.js'

it.each([
  ['2013-04-01', '1 April 2013'],
  ['2014-05', 'May 2014'],
  ['2011~', 'about 2011'],
  ['2015?', '2015, perhaps'],
  ['2009/2014', '2009 to 2014'],
  ['../2018', 'until 2018'],
  ['2018-03/..', 'from March 2018'],
  ['2020-21', 'spring 2020'],
  ['199X', '199X'],
  ['2014-05-04T10:00:00Z', '4 May 2014'],
])('%s is %s', (edtf, words) => expect(dateWords(edtf)).toBe(words))
