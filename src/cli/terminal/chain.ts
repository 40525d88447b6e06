/** A claim's chain as an indented path: the document first, each further line whom the one above had it from. */
import { CERTAINTY_WORDS, NOBODY_NAMED, STANCE_WORDS, stanceWord } from '../../schema/labels.js'
import type { Link, Quantifier } from '../../schema/reading.js'
import { CERTAINTY_TONES, type Paint } from './paint.js'
import { plain } from './plain.js'
import { wrap } from './width.js'

const ARM = '└─ '

export function chainLines(chain: readonly Link[], width: number, paint: Paint): string[] {
  const [first, ...rest] = chain
  const document = plain(first?.who.text ?? '')
  if (rest.length === 0) return wrap(`${document}, in its own words`, width)
  return [
    ...wrap(document, width),
    ...rest.flatMap((link, depth) => {
      const indent = ' '.repeat(Math.min(depth * ARM.length, Math.max(0, Math.floor(width / 2) - ARM.length)))
      const [head = '', ...more] = wrap(describe(link), width - indent.length - ARM.length)
      return [
        `${indent}${paint('quiet', ARM)}${emphasise(head, link, paint)}`,
        ...more.map((line) => `${indent}${' '.repeat(ARM.length)}${emphasise(line, link, paint)}`),
      ]
    }),
  ]
}

function describe(link: Link): string {
  const who = plain(link.who.text) || NOBODY_NAMED
  const count = countOf(link.quantifier)
  const firmness = link.certainty === 'certain' ? '' : ` · ${CERTAINTY_WORDS[link.certainty].word}`
  return `${who}${count ? ` (${count})` : ''} ${stanceWord(link.stance, link.kind)}${firmness}`
}

function emphasise(line: string, link: Link, paint: Paint): string {
  if (link.stance === 'denies' || link.stance === 'doubts')
    return line.replace(STANCE_WORDS[link.stance], (word) => paint('red', word))
  if (link.certainty === 'certain') return line
  return line.replace(CERTAINTY_WORDS[link.certainty].word, (word) =>
    paint(CERTAINTY_TONES[link.certainty], word),
  )
}

/** '9 of 10', '8 of 10'; '' where there is nothing to count or the words are the number already. */
export function countOf(quantifier: Quantifier | null): string {
  if (!quantifier || quantifier.said === null || quantifier.of === null) return ''
  return `${quantifier.said} of ${quantifier.of}`
}
