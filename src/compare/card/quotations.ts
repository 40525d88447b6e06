/** What a document quotes word for word, and whom. */
import type { Attribution, Reading } from '../../schema/reading.js'
import type { Quotation } from '../statement.js'
import { fold } from '../words/content.js'
import { evidenceOf, type Words } from './context.js'

export function quotationsOf(reading: Reading, words: Words): Quotation[] {
  return reading.attributions
    .filter((a) => a.manner !== 'indirect' && a.content.length > 0)
    .flatMap((a: Attribution) => {
      const spans = a.content.filter(({ start, end }) => end - start > 15)
      if (spans.length === 0) return []
      const source = a.source.map((s) => reading.document.text.slice(s.start, s.end)).join(' ')
      const speaker = (a.speaker ? words.named(a.speaker) : null) ?? fold(source)
      return speaker ? [{ evidence: evidenceOf(reading, [spans[0]!], null), speaker }] : []
    })
}
