import type { Layers } from '../../src/read/layers.js'
import { nounPhrase } from '../../src/read/propositions/noun-phrase.js'
import type { Proposition } from '../../src/read/propositions/proposition.js'
import { buildTree } from '../../src/read/propositions/tree.js'

/** A proposition on one line: `lemma[passive] role=phrase …`, for tests and for looking at trees. */
export function lineOf(text: string, layers: Pick<Layers, 'words' | 'encoded'>, p: Proposition): string {
  const tree = buildTree(layers.words, layers.encoded.syntax)
  const phrase = (head: number): string => {
    const { first, last } = nounPhrase(tree, head)
    return text.slice(layers.words[first]!.start, layers.words[last - 1]!.end)
  }
  const voice = p.passive ? ' (passive)' : ''
  return `${p.lemma || '-'}${voice} ${p.slots.map((s) => `${s.role}=${phrase(s.head)}`).join(' | ')}`
}

export const evidenceOf = (text: string, layers: Pick<Layers, 'words'>, p: Proposition): string =>
  p.evidence.map((r) => text.slice(layers.words[r.first]!.start, layers.words[r.last - 1]!.end)).join(' … ')
