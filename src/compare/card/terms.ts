/** Whom or what a term of a claim means: an entity of the case, or the stem of its noun. */
import type { Claim, Term } from '../../schema/reading.js'
import type { Card } from '../statement.js'
import { contentWords, fold } from '../words/content.js'
import type { Words } from './context.js'

export const UNNAMED_ENTITY = /^(?:i|we|he|she|they|it|you|who|that|this|us|him|her|them)$/i
export const FIRM = /\b(?:company|firm|authority|ministry|bank|newspaper|contractor|agency|board)$/i

export function entityOfTerm(term: Term, words: Words, author: Card['author']): string | null {
  if (
    /^(?:i|me|my|we|us|our)$/i.test(term.text) &&
    author?.entity &&
    !(term.entity && words.named(term.entity))
  )
    return author.entity
  if (FIRM.test(term.text) && !/\p{Lu}/u.test(term.text.slice(1)))
    return /^(?:the|our|my) (?:company|firm|client|authority)$/i.test(term.text)
      ? (author?.entity ?? null)
      : null
  const own = term.entity ? words.named(term.entity) : null
  return own ?? words.byName.get(fold(term.text.replace(/^(?:the|mr|mrs|ms|dr)\.? /i, ''))) ?? null
}

export function speakerEntity(id: string, text: string, words: Words, author: Card['author']): string | null {
  const own = words.named(id) ?? words.byName.get(fold(text)) ?? null
  return own === null && /^(?:i|we)$/i.test(text) ? (author?.entity ?? null) : own
}

export function keyOf(term: Term, words: Words, author: Card['author']): string | null {
  // Whom an interviewer speaks to is not known from the words.
  if (/^you$/i.test(term.text)) return null
  const entity = entityOfTerm(term, words, author)
  if (entity) return entity
  if (UNNAMED_ENTITY.test(term.text.trim())) return null
  const head = contentWords(term.text.split(/\b(?:of|from|for|in|on|at|with|who|which|that|,)\b/)[0]!).at(-1)
  return head === undefined ? null : `~${head}`
}

export function keyOfRole(
  claim: Claim,
  roles: readonly string[],
  words: Words,
  author: Card['author'],
): string | null {
  const role = claim.roles.find((r) => roles.includes(r.role))
  return role ? keyOf(role.term, words, author) : null
}
