/** One word for verbs and the nouns made from them: 'the payment of', 'was paid' and 'received' all speak of paying. */
import data from './concepts.json' with { type: 'json' }
import { frameOf } from './frames.js'

const NOUNS: Readonly<Record<string, string>> = data.words
const VERBS: Readonly<Record<string, string>> = data.verbs
const known = new Map<string, string>()
const MOST_KNOWN = 100_000

/** The concept of a content word's stem; itself where nothing more is known of it. */
export function conceptOf(stem: string): string {
  let found = known.get(stem)
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear()
    const verb = Object.hasOwn(NOUNS, stem) ? NOUNS[stem]! : stem
    const plain = Object.hasOwn(VERBS, verb) ? VERBS[verb]! : verb
    known.set(stem, (found = frameOf(plain, null, '').replace(/^~/, '')))
  }
  return found
}

/** The concept of a statement's frame. */
export const conceptOfFrame = (frame: string): string => conceptOf(frame.replace(/^~/, ''))
