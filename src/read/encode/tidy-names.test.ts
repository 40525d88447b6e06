import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MentionType } from '../../schema/reading.js'
import type { Name, Syntax, Word } from '../layers.js'
import { tidyNames } from './tidy-names.js'

/** Words as word/UPOS; names as [first, last, type]. A word that begins with '+' is glued to the one before. */
function tidy(text: string, ...given: [number, number, MentionType][]): string[] {
  let at = 0
  const words: Word[] = []
  const syntax: Syntax[] = []
  for (const part of text.split(' ')) {
    const glued = part.startsWith('+')
    const [form, upos] = part.slice(glued ? 1 : 0).split('/') as [string, string]
    if (glued) at--
    words.push({ text: form, start: at, end: at + form.length, sentence: 0 })
    syntax.push({ upos, lemma: form, head: -1, deprel: 'root' })
    at += form.length + 1
  }
  const names = given.map(([first, last, type]): Name => ({ first, last, type }))
  const shown = (n: Name): string => words.slice(n.first, n.last).map((w) => w.text).join(' ') // prettier-ignore
  return tidyNames(names, words, syntax).map((n) => `${shown(n)}: ${n.type}`)
}

describe('names', () => {
  test.each<[string, string, [number, number, MentionType][], string[]]>([
    ['a verb is none', 'have/AUX not/PART said/VERB', [[2, 3, 'Other']], []],
    ['a bare determiner is none', 'The/DET interim/ADJ Council/PROPN', [[0, 1, 'Organization'], [2, 3, 'Organization']], ['Council: Organization']],
    ['an address is none', 'mail/VERB ada.brock@kelso.example/X', [[1, 2, 'Organization']], []],
    ['a file is none', 'see/VERB Brock_resume.doc/PROPN', [[1, 2, 'Person']], []],
    ['loose words at the end go', 'port/NOUN City/PROPN of/ADP Varsk/PROPN', [[0, 3, 'Place'], [3, 4, 'Place']], ['port City: Place', 'Varsk: Place']],
    ['a place in lower case stays', 'in/ADP skarvoy/NOUN today/NOUN', [[1, 2, 'Place']], ['skarvoy: Place']],
    ['a hyphen parts nothing', 'Velox/PROPN +-/PUNCT +Aron/PROPN', [[0, 1, 'Person'], [2, 3, 'Organization']], ['Velox - Aron: Organization']],
    ['a dash parts', 'Brock/PROPN -/PUNCT Orr/PROPN', [[0, 1, 'Person'], [2, 3, 'Person']], ['Brock: Person', 'Orr: Person']],
    ['a street is a place', 'Farrow/PROPN Lane/PROPN', [[0, 2, 'Organization']], ['Farrow Lane: Place']],
    ['bakeries are a company', 'Grantley/PROPN Bakeries/PROPN', [[0, 2, 'Person']], ['Grantley Bakeries: Organization']],
    ['one word alone says nothing', 'Lane/PROPN', [[0, 1, 'Person']], ['Lane: Person']],
  ])('%s', (_, text, names, expected) => expect(tidy(text, ...names)).toEqual(expected)) // prettier-ignore

  test('stay in order, apart, and as they are when tidied again', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('The/DET', 'of/ADP', 'Ada/PROPN', '+-/PUNCT', '+Orr/PROPN', 'ran/VERB'), { minLength: 6, maxLength: 12 }), // prettier-ignore
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (parts, cut) => {
          const words = parts.map((p) => p.replace('+', '').split('/')[0]!)
          const layer = words.map((text, i): Word => ({ text, start: 4 * i, end: 4 * i + text.length, sentence: 0 })) // prettier-ignore
          const syntax = parts.map((p): Syntax => ({ upos: p.split('/')[1]!, lemma: '', head: -1, deprel: 'root' })) // prettier-ignore
          const names: Name[] = []
          words.forEach((_, i) => {
            if (cut[i] || names.length === 0) names.push({ first: i, last: i + 1, type: 'Person' })
            else names[names.length - 1] = { ...names.at(-1)!, last: i + 1 }
          })
          const once = tidyNames(names, layer, syntax)
          once.forEach((n, i) => expect(n.first).toBeGreaterThanOrEqual(once[i - 1]?.last ?? 0))
          expect(tidyNames(once, layer, syntax)).toEqual(once)
        },
      ),
    ))
})
