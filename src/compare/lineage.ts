/** How documents hang together: which publication a name means, and which document repeats another's text. */
import { similarity } from '../text/minhash.js'
import type { Context } from './context.js'
import { isPrimary, isPublication } from './document-kind.js'
import { isLater, type Card, type Teller } from './statement.js'
import { contentWords, fold } from './words/content.js'

/** A rewrite that keeps a third of the wording shares about this much of its shingles of four words. */
const REWRITTEN = 0.16
/** With a quotation in common less wording is enough. */
const REWRITTEN_WITH_QUOTATION = 0.06
const LONG_QUOTATION = 40

export interface Lineage {
  /** The documents of the publication that a teller is; null where it is no publication. */
  readonly publicationOf: (teller: Teller, of: Card) => readonly Card[] | null
  /** The documents of the publications of the case that a statement's sentence names. */
  readonly namedIn: (names: readonly string[], of: Card) => readonly Card[]
  /** True where `card` repeats much of `earlier`'s text, or of its quotations. */
  readonly repeats: (card: Card, earlier: Card) => boolean
  /** True where the one speaks of the other's publisher. */
  readonly namesPublisherOf: (card: Card, other: Card) => boolean
}

const bare = (name: string): string =>
  fold(name.replace(/\s*\([^)]*\)\s*$/, ''))
    .replace(/^(?:the|daily|newspaper|weekly) /g, '')
    .replace(/^(?:the|daily|newspaper) /, '')
    .trim()

const OF = / (?:of|da|de|do|del|della|di|du|van|von|der|für|for)$/
const OWN =
  /^(?:this|our)(?: own)? (?:newspaper|paper|daily|weekly|magazine|portal|website|site|blog|agency|news agency|station|channel|programme|podcast|report|article|story|edition|column)\b/i
/** Articles that names of papers begin with, in the languages of Europe. */
const ARTICLE = /^(?:the|el|la|le|les|il|lo|los|las|o|a|os|as|de|het|der|die|das|den|l)$/

/** What the names of publishers and the wording of documents tell. Documents are compared as they are asked about, each pair once. */
export function lineageOf(context: Context): Lineage {
  const byPublisher = new Map<string, Card[]>()
  for (const card of context.cards.values())
    // A court, an office or a firm that issues a record of its own passes nothing on
    if (card.publisher && !isPrimary(card.kind)) {
      const key = bare(card.publisher)
      const list = byPublisher.get(key)
      if (list) list.push(card)
      else byPublisher.set(key, [card])
    }
  const publishers = [...byPublisher.keys()]
  const lasts = new Map<string, string[]>()
  const firsts = new Map<string, string[]>()
  for (const p of publishers) {
    const last = p.split(' ').at(-1)!
    lasts.set(last, [...(lasts.get(last) ?? []), p])
    const first = p.split(' ').find((word) => !ARTICLE.test(word))!
    firsts.set(first, [...(firsts.get(first) ?? []), p])
  }
  // 'the agency GGN' for Gulf of Guinea News
  const initials = new Map<string, string[]>()
  for (const publisher of new Set([...context.cards.values()].map((c) => c.publisher ?? ''))) {
    const letters = (publisher.match(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu) ?? []).join('').toLowerCase()
    if (letters.length > 1 && byPublisher.has(bare(publisher)))
      initials.set(letters, [...(initials.get(letters) ?? []), bare(publisher)])
  }
  const matching = (name: string, shortened = false): string | null => {
    const head = name.split(/,| which | that | whose /)[0]!
    // 'the blog Red Stream'
    const plain = bare(head.replace(/^(?:The |A |An )?(?:\p{Ll}[\p{L}-]* )+(?=\p{Lu})/u, ''))
    if (byPublisher.has(plain)) return plain
    const sameLast = lasts.get(plain.split(' ').at(-1)!) ?? []
    // 'The Tribune' for The Odal Tribune; 'Odal' is not the Gazette of Odal
    const fits = sameLast.filter(
      (p) =>
        (p.endsWith(` ${plain}`) && !OF.test(p.slice(0, -plain.length).trim())) || plain.endsWith(` ${p}`),
    )
    if (fits.length > 0) return fits.length === 1 ? fits[0]! : null
    const acronym = /^\p{Lu}{2,6}$/u.test(head.split(' ').at(-1)!)
      ? initials.get(head.split(' ').at(-1)!.toLowerCase())
      : undefined
    if (acronym?.length === 1) return acronym[0]!
    // 'the Diario' for Diario de Ormea; 'Odal' is not the Odal Ledger
    const words = plain.split(' ').filter((word) => !ARTICLE.test(word))
    if (!shortened && words.length < 2) return null
    const begin = (firsts.get(words[0] ?? '') ?? []).filter(
      (p) => p.startsWith(words.join(' '), p.indexOf(words[0]!)) && !isPublication(p.split(' ').at(-1)!),
    )
    return begin.length === 1 ? begin[0]! : null
  }
  const compared = new Map<string, boolean>()
  return {
    publicationOf(teller, of) {
      const names = [teller.name, ...(teller.entity ? [context.nameOf(teller.entity)] : [])]
      for (const name of names) {
        const found = matching(name, true)
        if (found) return byPublisher.get(found)!
      }
      // 'This newspaper', 'our report of May': what the publisher said before
      if (OWN.test(teller.name)) return byPublisher.get(bare(of.publisher ?? '')) ?? []
      if (!names.some(isPublication)) return null
      // 'the newspaper', 'the report': the one publication of the case that the document names
      if (contentWords(teller.name).length <= 1) {
        const named = [
          ...new Set(
            of.names.map((n) => matching(n)).filter((p) => p !== null && p !== bare(of.publisher ?? '')),
          ),
        ]
        if (named.length === 1) return byPublisher.get(named[0]!)!
      }
      return []
    },
    namedIn: (names, of) =>
      names.flatMap((name) => {
        const publisher = matching(name)
        return publisher !== null && bare(of.publisher ?? '') !== publisher ? byPublisher.get(publisher)! : []
      }),
    repeats(card, earlier) {
      if (card === earlier) return false
      const key = `${card.document} ${earlier.document}`
      let known = compared.get(key)
      if (known === undefined) {
        if (compared.size > 200_000) compared.clear()
        compared.set(key, (known = !isLater(earlier, card) && sharesText(card, earlier)))
      }
      return known
    },
    namesPublisherOf: (card, other) =>
      other.publisher !== null && card.names.some((n) => matching(n) === bare(other.publisher!)),
  }
}

function sharesText(a: Card, b: Card): boolean {
  const alike = similarity(Uint32Array.from(a.signature), Uint32Array.from(b.signature))
  if (alike >= REWRITTEN) return true
  if (alike < REWRITTEN_WITH_QUOTATION) return false
  const plain = (text: string): string => contentWords(text).join(' ')
  const quoted = new Set(
    b.quotations.map((q) => plain(q.evidence.text)).filter((q) => q.length >= LONG_QUOTATION),
  )
  return a.quotations.some((q) => quoted.has(plain(q.evidence.text)))
}
