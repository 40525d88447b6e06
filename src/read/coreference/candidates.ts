/** What may be mentioned: names, nouns that head a mention, and pronouns. */
import type { MentionForm, MentionType } from '../../schema/reading.js'
import type { Encoded, Name, Word, WordRange } from '../layers.js'
import { childrenOf, phraseOf } from './phrase.js'

export interface Candidate extends WordRange {
  readonly head: number
  readonly form: MentionForm
  readonly type: MentionType
  /** The name proper, where the mention is one. */
  readonly name: Name | null
}

const PRONOUNS = new Set(
  'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they them their theirs themselves'.split(' '),
)
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'VERB', 'SYM', 'X'])

/** Candidates in document order, one a head word. */
export function candidatesOf(words: readonly Word[], encoded: Encoded): Candidate[] {
  const { syntax, names, mentionType } = encoded
  const children = childrenOf(syntax)
  const out: Candidate[] = []
  const nameAt = new Map<number, Name>()
  for (const name of names) for (let k = name.first; k < name.last; k++) nameAt.set(k, name)
  const done = new Set<Name>()
  for (let k = 0; k < words.length; k++) {
    const name = nameAt.get(k)
    if (name) {
      if (done.has(name)) continue
      done.add(name)
      const head = headOf(name, encoded)
      out.push({ head, form: 'name', type: name.type, name, first: name.first, last: name.last })
      continue
    }
    const lower = words[k]!.text.toLowerCase()
    if (PRONOUNS.has(lower) && ['PRON', 'DET'].includes(syntax[k]!.upos)) {
      const person = /^(?:i|me|my|mine|myself|he|him|his|himself|she|her|hers|herself)$/.test(lower)
      out.push({ head: k, form: 'pronoun', type: mentionType[k] ?? (person ? 'Person' : 'Other'), name: null, first: k, last: k + 1 })
    } else if (mentionType[k] != null && NOMINAL.has(syntax[k]!.upos)) {
      out.push({ head: k, form: 'nominal', type: mentionType[k] ?? 'Other', name: null, ...phraseOf(k, syntax, children) })
    }
  }
  return out
}

/** The word of a name that is governed from outside it. */
export function headOf({ first, last }: WordRange, { syntax }: Encoded): number {
  for (let k = first; k < last; k++) {
    const { head } = syntax[k]!
    if (head < first || head >= last) return k
  }
  return last - 1
}
