/** A claim as a block: its words, how firmly they stand, and who they come from. */
import { CERTAINTY_WORDS, NEGATED } from '../../schema/labels.js'
import type { Claim } from '../../schema/reading.js'
import { chainLines } from './chain.js'
import { CERTAINTY_TONES, type Paint, type Tone } from './paint.js'
import { plain } from './plain.js'
import { columnsOf, wrap } from './width.js'

const INDENT = '  '
const SEPARATOR = ' · '

export function claimBlock(claim: Claim, text: string, width: number, paint: Paint): string[] {
  const [head = '', ...more] = wrap(quoted(plain(claim.text)), width - 1)
  const words = [head, ...more.map((line) => ` ${line}`)].map((line) => paint('strong', line))
  const room = width - INDENT.length
  const lines = [...firmness(claim, text, room, paint), ...chainLines(claim.chain, room, paint)]
  return [...words, ...lines.map((line) => INDENT + line)]
}

/** Quotation marks inside the words are theirs and stay; the outer ones give way where they would double. */
const quoted = (words: string): string => (/^[“"«„].*[”"»“]$/.test(words) ? words : `“${words}”`)

/** How firmly the words stand, what they say and when: parts that stay whole, on as many lines as they need. */
function firmness(claim: Claim, text: string, width: number, paint: Paint): string[] {
  const { word, mark } = CERTAINTY_WORDS[claim.certainty]
  const hedges = claim.hedges.map((h) => `“${plain(text.slice(h.start, h.end))}”`).join(', ')
  const parts: (readonly [Tone, string])[] = [
    [CERTAINTY_TONES[claim.certainty], `${mark} ${word}${hedges ? ` (${hedges})` : ''}`],
    ...(claim.polarity === 'negative' ? [['red', NEGATED] as const] : []),
    ...[claim.property, claim.time].flatMap((part) => (part === null ? [] : [['quiet', part] as const])),
  ]
  const lines: string[] = []
  let room = 0
  for (const [tone, part] of parts) {
    const columns = columnsOf(part) + SEPARATOR.length
    if (columns <= room) {
      lines.push(`${lines.pop()}${paint('quiet', SEPARATOR)}${paint(tone, part)}`)
      room -= columns
    } else {
      const wrapped = wrap(part, width)
      lines.push(...wrapped.map((line) => paint(tone, line)))
      room = width - columnsOf(wrapped.at(-1)!)
    }
  }
  return lines
}
