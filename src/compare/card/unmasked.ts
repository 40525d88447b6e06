/** Where a source without a name comes forward, or is named. */
import type { Evidence, Reading } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { overlaps } from '../../text/spans.js'
import type { Card } from '../statement.js'
import { fold } from '../words/content.js'
import type { Words } from './context.js'

const SOURCE_WORD =
  /\b(?:article|source|newspaper|told|spoke|spoken|anonymous|unnamed|quoted|without (?:her|his|their) name|account|report)\b/i
const I_WAS =
  /\b(?:I (?:was|am)|(?:he|she) was|it was (?:me|I)) (?:the |that |an? )?((?:former |unnamed |anonymous |retired |senior )?[a-z][a-z -]{2,40}?)(?= (?:in|of|who|whom|that|quoted|cited|behind|your|from|you)\b|[,.;])/

const YOU_ARE = /\byou (?:are|were) the ([a-z]+(?: [a-z]+)?) who (?:spoke|told|wrote|leaked)/i

/** Where somebody says, or is said, to have been a source that had no name. */
export function unmaskedIn(
  reading: Reading,
  sentences: readonly Span[],
  words: Words,
  author: Card['author'],
): Card['unmasked'] {
  const { document } = reading
  const out: Card['unmasked'][number][] = []
  for (const [i, span] of sentences.entries()) {
    const text = document.text.slice(span.start, Math.min(span.end, span.start + 600))
    // Whom it speaks of may stand in the question before
    const around = sentences
      .slice(Math.max(0, i - 4), i + 1)
      .map(({ start, end }) => document.text.slice(start, Math.min(end, start + 600)))
      .join(' ')
    if (!SOURCE_WORD.test(around)) continue
    const direct = I_WAS.exec(text)
    const apposed =
      /((?:\p{Lu}[\p{L}'’-]+ )+\p{Lu}[\p{L}'’-]+), the ((?:former |retired |then )?[a-z]+(?: [a-z]+)?) (?:whose account|who (?:spoke|told|had (?:spoken|told))|whom)/u.exec(
        text,
      )
    const was =
      /((?:\p{Lu}[\p{L}'’-]+ )+\p{Lu}[\p{L}'’-]+) (?:was|is|had been) the ((?:former |unnamed |anonymous |retired |senior )?[a-z]+(?: [a-z]+)?) (?:who (?:spoke|told|had|leaked)|quoted|cited|behind|in (?:the|our|an))/u.exec(
        text,
      )
    const evidence: Evidence = {
      file: document.file,
      start: span.start,
      end: span.start + text.length,
      text,
      claim: null,
    }
    const addressed = YOU_ARE.exec(text)
    if (addressed && author) out.push({ description: addressed[1]!, ...author, evidence })
    if (direct) {
      const speaker = speakerAt(reading, span, words) ?? author
      if (speaker) out.push({ description: direct[1]!, ...speaker, evidence })
    }
    for (const match of [apposed, was])
      if (match)
        out.push({
          description: match[2]!,
          name: match[1]!,
          entity: words.byName.get(fold(match[1]!)) ?? null,
          evidence,
        })
  }
  return out
}

function speakerAt(
  reading: Reading,
  span: Span,
  words: Words,
): { name: string; entity: string | null } | null {
  const claim = reading.claims.find(
    (c) =>
      c.evidence.some((e) => overlaps(e, span)) && c.chain.length > 1 && c.chain.at(-1)!.kind === 'named',
  )
  const who = claim?.chain.at(-1)!.who
  if (who && !who.entity && /^(?:i|he|she|we|they|it)$/i.test(who.text)) return null
  return who ? { name: who.text, entity: who.entity ? words.named(who.entity) : null } : null
}
