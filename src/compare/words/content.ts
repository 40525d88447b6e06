/** The content words of a text in their dictionary form: what it is about, whatever its grammar. */
import lemmatizer from 'wink-lemmatizer'
import stopWords from './stop-words.json' with { type: 'json' }

const NUMBERS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion kroner krone euro dollar pound'.split(
    ' ',
  )
const STOP = new Set([...stopWords, ...NUMBERS])
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu
const known = new Map<string, string>()
const MOST_KNOWN = 200_000

/** A word in lower case, without accents, possessives and endings: 'dumped' and 'dumping' are one. */
export function stem(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  const plain = fold(word).replace(/['’]s?$/, '')
  // Longer ones are no words, and the lemmatizer's rules need not see them.
  const lemma = plain.length > 30 || /[^a-z'-]/.test(plain) ? plain : lemmatizer.noun(lemmatizer.verb(plain))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, lemma)
  return lemma
}

/** Lower case without accents; letters that accents do not make (ø, ł, ß) as they are usually written without them. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[øłđßæœ’]/g, (c) => PLAIN[c]!)
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  '’': "'",
}

/** Stems of a text's content words, each once, in order. */
export function contentWords(text: string): string[] {
  const out = new Set<string>()
  for (const [word] of text.slice(0, 2000).matchAll(WORD)) {
    const lower = fold(word)
    if (STOP.has(lower.replace(/'s?$/, '')) || lower.length < 2) continue
    const s = stem(word)
    if (!STOP.has(s)) out.add(s)
  }
  return [...out]
}
