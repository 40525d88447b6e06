/** The labels of turns are names, whatever the encoder takes them for: it learned on prose, where "BROCK:" is rare. */
import type { Document } from '../../schema/document.js'
import { isNamed, innermost, turnsOf } from '../attributions/turns.js'
import type { Encoded, Name, Word } from '../layers.js'
import { wordsOf } from '../propositions/marks.js'
import type { Tree } from '../propositions/tree.js'
import type { Candidate } from './candidates.js'
import type { QuoteState } from '../../inference/quotes.js'

/** `names` with the label of each turn as one name; the type is the encoder's where it saw a name there, else a person. */
export function withTurnNames(
  document: Document,
  words: readonly Word[],
  names: Encoded['names'],
): Encoded['names'] {
  const labels = turnsOf(document).flatMap(({ named, speaker }): Name[] => {
    const range = named && isNamed(speaker) ? wordsOf(words, named) : null
    return range ? [{ ...range, type: 'Person' }] : []
  })
  if (labels.length === 0) return names
  const unique = [...new Map(labels.map((label) => [label.first, label])).values()].sort(
    (a, b) => a.first - b.first,
  )
  const out: Name[] = []
  let next = 0
  for (const label of unique) {
    while (next < names.length && names[next]!.last <= label.first) out.push(names[next++]!)
    let type = label.type
    for (; next < names.length && names[next]!.first < label.last; next++)
      if (names[next]!.type === 'Organization') type = 'Organization'
    if ((out.at(-1)?.last ?? 0) <= label.first) out.push({ ...label, type })
  }
  return [...out, ...names.slice(next)]
}

const FIRST_PERSON = /^(?:i|me|my|mine|myself)$/

/** Pairs of candidates, by index: each first person singular outside quotation marks and the label of the turn that it stands in. */
export function turnSpeakersOf(
  document: Document,
  candidates: readonly Candidate[],
  words: readonly Word[],
  states: readonly QuoteState[],
  tree: Tree,
): [number, number][] {
  const turns = turnsOf(document)
  if (turns.length === 0) return []
  const turnAt = innermost(turns)
  const byStart = new Map(candidates.map((c, i) => [words[c.first]!.start, i]))
  return candidates.flatMap((c, i): [number, number][] => {
    if (c.form !== 'pronoun' || states[c.head] !== 0 || !FIRST_PERSON.test(tree.form[c.head]!)) return []
    const named = turnAt(words[c.head]!.start)?.named
    const speaker = named ? byStart.get(named.start) : undefined
    return speaker === undefined || speaker === i ? [] : [[i, speaker]]
  })
}
