/** Names that must not leave the machine, struck out of what is exported. The case itself keeps them. */
import type { CaseEntity, Judgement } from '../schema/case.js'

/** What stands in place of a name: of one length, so that it does not tell which. */
export const STRUCK = '█████'

export type Redact = (text: string) => string

export const NOTHING_REDACTED: Redact = (text) => text

/**
 * Strikes every name and spelling of the entities given, whole words only, in any case; a name's single words (four letters
 * or more) as well, since a surname alone tells who is meant.
 */
export function redactor(entities: readonly Pick<CaseEntity, 'names'>[]): Redact {
  const words = new Set<string>()
  for (const { names } of entities)
    for (const name of names) {
      if (name.trim() === '') continue
      words.add(name)
      for (const word of name.split(/[\s-]+/)) if (word.length >= LEAST) words.add(word)
    }
  if (words.size === 0) return NOTHING_REDACTED
  const longest = [...words].sort((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => text.normalize('NFC').replace(pattern, STRUCK)
}

const LEAST = 4

const escaped = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+')

/** Keys (`document#entity`) whose redaction a person decided and has not taken back. */
export const redactedKeys = (judgements: readonly Judgement[]): ReadonlySet<string> =>
  new Set(
    judgements
      .filter(({ kind, verdict, withdrawn }) => kind === 'redaction' && verdict === 'redact' && !withdrawn)
      .map(({ left }) => left),
  )
