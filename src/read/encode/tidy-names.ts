/** Names as people write them: what the encoder marks by mistake is dropped, what it cuts is joined. */
import data from '../lang/en/name-words.json' with { type: 'json' }
import type { MentionType } from '../../schema/reading.js'
import type { Name, Syntax, Word } from '../layers.js'

/** Parts of speech of which a name in lower case has one. */
const NAMING = new Set(['PROPN', 'NOUN', 'X', 'NUM', 'SYM'])
/** Words that no name ends in, nor begins with in lower case. */
const LOOSE = new Set(['DET', 'ADP', 'CCONJ', 'SCONJ', 'PRON', 'AUX'])
const CAPITAL = /[\p{Lu}\p{Lt}\p{Lo}]/u
/** An address or the name of a file. */
const ADDRESS =
  /[^\s@]@[^\s@]+\.\p{L}|^(?:https?:|www\.)|\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|jpe?g|png|gif|zip|html?|mp[34])$/iu
const HYPHEN = /^[-–‑]$/

const HEADS: ReadonlyMap<string, MentionType> = new Map([
  ...data.organization.map((w): [string, MentionType] => [w, 'Organization']),
  ...data.place.map((w): [string, MentionType] => [w, 'Place']),
])
/** A last word says what is named only where the encoder took it for one of these. */
const MISTAKEN = new Set<MentionType>(['Person', 'Place', 'Organization', 'Event'])

/**
 * `names`, in order and not overlapping: without bare determiners, verbs, addresses and file names; without loose words at
 * either end; in one piece where only a hyphen parts them; of the type that their last word names. Linear.
 */
export function tidyNames(
  names: readonly Name[],
  words: readonly Word[],
  syntax: readonly Syntax[],
): readonly Name[] {
  const out: Name[] = []
  for (const name of names) {
    const own = withType(trimmed(name, words, syntax), words)
    if (own.last <= own.first || !isName(own, words, syntax)) continue
    const before = out.at(-1)
    if (before && isOneWith(before, own, words)) out[out.length - 1] = { ...own, first: before.first }
    else out.push(own)
  }
  return out
}

function trimmed(name: Name, words: readonly Word[], syntax: readonly Syntax[]): Name {
  let { first, last } = name
  const isLoose = (k: number): boolean => LOOSE.has(syntax[k]?.upos ?? 'X') && !CAPITAL.test(words[k]!.text)
  while (last > first && isLoose(last - 1)) last--
  while (first < last && isLoose(first)) first++
  return { ...name, first, last }
}

function isName({ first, last, type }: Name, words: readonly Word[], syntax: readonly Syntax[]): boolean {
  let [capital, noun, proper, determiner] = [false, false, false, true]
  for (let k = first; k < last; k++) {
    const { text } = words[k]!
    const upos = syntax[k]?.upos ?? 'X'
    if (ADDRESS.test(text)) return false
    capital ||= CAPITAL.test(text) || /\d/.test(text)
    noun ||= NAMING.has(upos)
    proper ||= upos === 'PROPN'
    determiner &&= upos === 'DET' || upos === 'PRON'
  }
  if (determiner) return false
  // In lower case ("kerala", "nyc") a noun of one word, or what the parser, too, takes for a name
  return capital || (type !== 'Other' && noun && (proper || last - first === 1))
}

function withType(name: Name, words: readonly Word[]): Name {
  if (name.last - name.first < 2 || !MISTAKEN.has(name.type)) return name
  const type = HEADS.get(words[name.last - 1]!.text)
  return type ? { ...name, type } : name
}

/** "Velox" - "Aron": a hyphen without spaces parts nothing. */
function isOneWith(before: Name, name: Name, words: readonly Word[]): boolean {
  if (name.first - before.last !== 1 || !HYPHEN.test(words[before.last]!.text)) return false
  const hyphen = words[before.last]!
  return words[before.last - 1]!.end === hyphen.start && hyphen.end === words[name.first]!.start
}
