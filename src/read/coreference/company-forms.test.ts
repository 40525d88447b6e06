import { expect, test } from 'vitest'
import type { Name, Word } from '../layers.js'
import { withCompanyForms } from './company-forms.js'

function read(text: string, name: string, type: Name['type']): string[] {
  const words: Word[] = []
  for (const m of text.matchAll(/\S+/g))
    words.push({ start: m.index, end: m.index + m[0].length, text: m[0], sentence: 0 })
  const first = words.findIndex((w) => w.text === name.split(' ')[0])
  const names = [{ first, last: first + name.split(' ').length, type }]
  return withCompanyForms(words, names).map(
    (n) =>
      `${words
        .slice(n.first, n.last)
        .map((w) => w.text)
        .join(' ')}: ${n.type}`,
  )
}

test.each([
  ['paid Orrwell Marine AS 48 million', 'Orrwell Marine', 'Person', ['Orrwell Marine AS: Organization']],
  ['paid Orrwell LLP 48 million', 'Orrwell', 'Place', ['Orrwell LLP: Organization']],
  ['paid Orrwell Ltd today', 'Orrwell Ltd', 'Person', ['Orrwell Ltd: Organization']],
  ['saw Ada Brock as usual', 'Ada Brock', 'Person', ['Ada Brock: Person']],
] as const)('%s', (text, name, type, expected) => {
  expect(read(text, name, type)).toEqual(expected)
})
