/** The fullest names of a local entity. */
import { organizationNames } from './features/organization-names.js'
import { personNames } from './features/person-names.js'
import type { LocalEntity } from './local-entity.js'
import { familyOf, parseName, type AnyName } from './names/name.js'

const MOST = 8

/** Parses each spelling once: a case repeats its names. */
export function nameLists(): { of(local: LocalEntity): readonly AnyName[] } {
  const known = new Map<string, AnyName | null>()
  const lists = new Map<string, readonly AnyName[]>()
  const parse = (text: string, local: LocalEntity): AnyName | null => {
    const key = `${familyOf(local.type)} ${text}`
    const found = known.get(key)
    if (found !== undefined) return found
    const name = parseName(text, local.type)
    known.set(key, name)
    return name
  }
  return {
    of(local) {
      if (local.names.length === 0) return []
      const texts = [...new Set([local.name, ...local.aliases, ...local.names.map((n) => n.text)])]
      // A document's own links may be wrong; "also known as" is not.
      const isAliased = local.facts.some((f) => f.property === 'alias')
      const key = [familyOf(local.type), isAliased, mainOf(local), ...texts].join('\n')
      const found = lists.get(key) ?? listOf(local, texts, isAliased)
      lists.set(key, found)
      return found
    },
  }

  function listOf(local: LocalEntity, texts: readonly string[], isAliased: boolean): readonly AnyName[] {
    const parsed = texts.flatMap((t) => parse(t, local) ?? [])
    const main = parse(mainOf(local), local)
    const all = parsed.filter((n) => isAliased || !main || mayBeOne(n, main))
    all.sort(
      (a, b) =>
        b.words.length - a.words.length ||
        b.folded.length - a.folded.length ||
        (a.folded < b.folded ? -1 : 1),
    )
    const fullest: AnyName[] = []
    for (const name of all)
      if (fullest.length < MOST && !fullest.some((f) => covers(f, name))) fullest.push(name)
    return fullest
  }
}

/** The most mentioned of its longest names. */
const mainOf = ({ name, names }: LocalEntity): string => {
  const long = names.filter((n) => n.text.includes(' '))
  return (long.length > 0 ? long : names).reduce((a, b) => (b.count > a.count ? b : a), {
    text: name,
    count: 0,
  }).text
}

const mayBeOne = (a: AnyName, b: AnyName): boolean =>
  a === b || ((a.family === 'person' ? personNames(a, b) : organizationNames(a, b))?.score ?? 1) > -0.9

/** Each word of the short one is a word of the long one, or its initial. */
function covers(long: AnyName, short: AnyName): boolean {
  if (short.generation !== null && short.generation !== long.generation) return false
  if (short.acronym !== null && short.acronym !== long.acronym) return false
  const free = long.words.map((w) => w.folded)
  return short.words.every((w) => {
    const at = free.findIndex((f) => f === w.folded || (w.initial && f[0] === w.folded))
    if (at < 0) return false
    free.splice(at, 1)
    return true
  })
}
