import data from '../lang/en/premodifiers.json' with { type: 'json' }
import type { Context } from './context.js'
import { phraseWords, runs } from './evidence.js'
import type { Proposition } from './proposition.js'

const PARTICIPLES: ReadonlyMap<string, { readonly verb: string; readonly before: string }> = new Map(
  Object.entries(data.participles),
)

/** "An Oran-based firm", "the London-born singer": a participle before the noun with the word before it. Typed only. */
export function premodifier(context: Context, participle: number): Proposition[] {
  const { tree } = context
  const entry = PARTICIPLES.get(tree.form[participle]!)
  const noun = tree.head[participle]!
  if (!entry || tree.relation[participle] !== 'amod' || noun < participle) return []
  const before = tree.children[participle]!.find(
    (c) => c < participle && ['PROPN', 'NOUN'].includes(tree.upos[c]!),
  )
  if (before === undefined) return []
  const words: number[] = []
  phraseWords(tree, noun, words)
  return [
    {
      construction: 'verb',
      anchor: participle,
      lemma: entry.verb,
      passive: true,
      subject: noun,
      slots: [
        { role: 'patient', head: noun },
        { role: entry.before, head: before },
      ],
      governor: noun,
      evidence: runs(tree, words),
      typedOnly: true,
    },
  ]
}
