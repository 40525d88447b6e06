/** Publishers that the case calls a charity, a union, an authority: what they publish is their own word and no newspaper's. */
import type { Context } from './context.js'
import { isPublication } from './document-kind.js'
import { fold } from './words/content.js'
import data from './words/parties.json' with { type: 'json' }

const NOUN = `(?:${data.nouns.join('|')})s?`
const NAME = "(\\p{Lu}[\\p{L}'’&.-]*(?: (?:of |for |the |and |de |da |la )?\\p{Lu}[\\p{L}'’&.-]*)*)"
const BEFORE = new RegExp(`\\b${NOUN} (?:called |named )?${NAME}`, 'gu')
const AFTER = new RegExp(`${NAME}, (?:a|an|the|its|their|our) (?:[\\p{L}-]+ ){0,3}${NOUN}\\b`, 'gu')

const cache = new WeakMap<Context, ReadonlySet<string>>()

/** True for a document whose publisher is a party and no publication. */
export function isPartys(publisher: string | null, context: Context): boolean {
  if (publisher === null || isPublication(publisher)) return false
  let found = cache.get(context)
  if (!found) cache.set(context, (found = collect(context)))
  return found.has(plain(publisher))
}
const plain = (name: string): string => fold(name).replace(/^the /, '')

function collect(context: Context): Set<string> {
  const publishers = new Set(
    [...context.cards.values()].flatMap((c) => (c.publisher ? [plain(c.publisher)] : [])),
  )
  const out = new Set<string>()
  for (const card of context.cards.values())
    for (const { evidence } of card.passages ?? [])
      for (const pattern of [BEFORE, AFTER])
        for (const [, name] of evidence.text.slice(0, LONGEST).matchAll(pattern))
          if (publishers.has(plain(name!))) out.add(plain(name!))
  return out
}
const LONGEST = 600
