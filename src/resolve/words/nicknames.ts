/** Given names and their familiar forms: Bill is William. */
import type { NameWord } from '../names/person.js'
import type { Likeness } from './likeness.js'
import data from './nicknames.json' with { type: 'json' }

const GROUPS = new Map<string, number[]>()
data.groups.forEach((group, i) => {
  for (const name of group.split(' ')) GROUPS.set(name, [...(GROUPS.get(name) ?? []), i])
})

/** The groups a given name stands in; none for most. */
export const nicknameGroups = (folded: string): readonly number[] => GROUPS.get(folded) ?? []

export function nicknames(a: NameWord, b: NameWord): Likeness | null {
  const other = GROUPS.get(b.folded)
  if (!other || !GROUPS.get(a.folded)?.some((g) => other.includes(g))) return null
  return { score: 0.85, kind: 'nickname', why: `${title(a)} and ${title(b)} are forms of one given name` }
}

export const title = ({ raw }: NameWord): string => raw.charAt(0).toUpperCase() + raw.slice(1)
