/** What may be mentioned: names, nouns that head a mention, and pronouns. */
import type { MentionForm, MentionType } from '../../schema/reading.js'
import type { Encoded, Word, WordRange } from '../layers.js'
import type { Tree } from '../propositions/tree.js'
import { headOf, phraseOf } from './phrase.js'

export interface Candidate extends WordRange {
  readonly head: number
  readonly form: MentionForm
  readonly type: MentionType
}

const PERSONS = 'i me my mine myself he him his himself she her hers herself'
const OTHERS =
  'we us our ours ourselves you your yours yourself yourselves it its itself they them their theirs themselves'
const PERSONAL = new Set(PERSONS.split(' '))
const PRONOUNS = new Set([...PERSONAL, ...OTHERS.split(' ')])
const PRONOMINAL = new Set(['PRON', 'DET'])
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'SYM', 'X'])

/** Candidates in document order, one a head word. Names do not overlap. */
export function candidatesOf(
  words: readonly Word[],
  { names, mentionType }: Pick<Encoded, 'names' | 'mentionType'>,
  tree: Tree,
): Candidate[] {
  const out: Candidate[] = []
  const named = new Map(names.map((name) => [name.first, name]))
  for (let k = 0; k < words.length; k++) {
    const name = named.get(k)
    if (name) {
      const { first, last, type } = name
      // "Chinese goods": nobody is mentioned
      if (type === 'Other' && last - first === 1 && tree.upos[first] === 'ADJ') continue
      out.push({ head: headOf(name, tree), form: 'name', type, first, last })
      k = Math.max(k, last - 1)
      continue
    }
    const form = tree.form[k]!
    const upos = tree.upos[k]!
    const type = mentionType[k] ?? null
    if (PRONOUNS.has(form) && PRONOMINAL.has(upos)) {
      // "It is clear that": nothing is meant
      if (tree.relation[k] === 'expl') continue
      out.push({
        head: k,
        form: 'pronoun',
        type: PERSONAL.has(form) ? 'Person' : (type ?? 'Other'),
        first: k,
        last: k + 1,
      })
    } else if (type !== null && NOMINAL.has(upos) && !isTitle(tree, k)) {
      out.push({ head: k, form: 'nominal', type, ...phraseOf(k, tree) })
    }
  }
  return out
}

/** "Mayor" and "Mr" before a name are part of how the one named is mentioned. */
export const isTitle = (tree: Tree, word: number): boolean =>
  tree.deprel[word] === 'nmod:desc' && tree.head[word]! > word && tree.upos[tree.head[word]!] === 'PROPN'
