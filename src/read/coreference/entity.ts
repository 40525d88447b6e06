/** The entity that a cluster of candidates makes. */
import type { Entity, MentionType } from '../../schema/reading.js'
import type { Word } from '../layers.js'
import { idOf } from '../span-id.js'
import type { Candidate } from './candidates.js'

const ALONE: ReadonlySet<MentionType> = new Set(['Person', 'Organization', 'Group', 'Place'])

/** A noun mentioned once is an entity only where it may be who says or does something, a pronoun by itself never. */
export const isEntity = ([first, ...more]: readonly Candidate[]): boolean =>
  more.length > 0 || first?.form === 'name' || (first?.form === 'nominal' && ALONE.has(first.type))

/** The entity of candidates in text order: its name is the fullest name, or else the description that introduces it. */
export function entityOf(
  document: string,
  own: readonly Candidate[],
  words: readonly Word[],
  text: string,
): Entity {
  const [first] = own as readonly [Candidate, ...Candidate[]]
  const of = (form: Candidate['form']): Candidate[] => own.filter((c) => c.form === form)
  const [names, nouns] = [of('name'), of('nominal')]
  const telling = names.length > 0 ? names : nouns.length > 0 ? nouns : own
  const shown = [...new Set(telling.map((c) => shownAs(text.slice(startOf(words, c), endOf(words, c)))))]
  const name = names.length > 0 ? shown.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a)) : shown[0]!
  return {
    id: idOf(document, 'entity', startOf(words, first), endOf(words, first)),
    type: commonest(telling.map((c) => c.type)),
    name,
    aliases: names.length > 0 ? shown.filter((n) => n !== name) : [],
  }
}

export const startOf = (words: readonly Word[], { first }: Candidate): number => words[first]!.start
export const endOf = (words: readonly Word[], { last }: Candidate): number => words[last - 1]!.end

const shownAs = (text: string): string => text.replace(/\s+/g, ' ').replace(/[’']s$/, '')
const sizeOf = (name: string): number => name.split(' ').length

/** The earliest where several are equally common. */
function commonest(types: readonly MentionType[]): MentionType {
  const counts = new Map<MentionType, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}
