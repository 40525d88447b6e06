/** Which document of the case a source is that is a document: 'the court', 'the bank statement of Halden', 'the minutes'. */
import type { Context } from './context.js'
import { isPersonal, isPrimary } from './document-kind.js'
import { isLater, type Card, type Statement, type Teller } from './statement.js'
import { contentWords, fold } from './words/content.js'

/** Words of a source and the kind of document that it then is; the first that fits. */
const RECORDS: readonly [RegExp, Card['kind']][] = [
  [
    /\b(?:court|tribunal|judges?|judge?ment|ruling|verdict|coroner|inquest|magistrates?|indictment|award)\b/,
    'court',
  ],
  [/\b(?:contract|agreement|lease)\b/, 'contract'],
  [
    /\b(?:(?:account|bank) statements?|statements? of (?:the )?accounts?|invoices?|ledgers?|books|service book)\b/,
    'account',
  ],
  [/\bminutes\b/, 'minutes'],
  [
    /\b(?:report|record|records|protocol|register|registry|log|logbook|permit|certificate|inspectors?|autopsy|audit)\b/,
    'record',
  ],
]
/** Of several of a kind the one whose heading shares most of the source's words; a record, of which there are many sorts, must share one. */
const HEADING = 6

/** The document of the case that `teller` is, in a statement of `card`; `card` itself where it speaks of itself. */
export function recordOf(teller: Teller, s: Statement, card: Card, context: Context): Card | null {
  if (teller.kind === 'group' || teller.count > 1) return null
  const name = fold(teller.name.split(/,| (?:who|which|that|whose) /)[0]!)
  const kind = /^the statement$/.test(name) ? 'account' : RECORDS.find(([pattern]) => pattern.test(name))?.[1]
  if (kind === undefined) return null
  if (card.kind === kind && kind !== 'record' && kind !== 'account') return card
  const words = contentWords(name)
  let best: { card: Card; shared: number } | null = null
  let tied = false
  for (const other of byKindOf(context).get(kind) ?? []) {
    if (other === card || isLater(other, card) || other.document === s.document) continue
    if (!isPrimary(other.kind) || isPersonal(other.kind)) continue
    const heading = headingOf(other)
    const shared = words.filter((w) => heading.has(w)).length
    if (kind === 'record' && shared === 0) continue
    tied = best !== null && shared === best.shared
    if (!best || shared > best.shared) best = { card: other, shared }
  }
  return tied && kind !== 'court' ? null : (best?.card ?? null)
}

const byKinds = new WeakMap<Context, ReadonlyMap<Card['kind'], readonly Card[]>>()
function byKindOf(context: Context): ReadonlyMap<Card['kind'], readonly Card[]> {
  let found = byKinds.get(context)
  if (!found) {
    const byKind = new Map<Card['kind'], Card[]>()
    for (const card of context.cards.values()) {
      const list = byKind.get(card.kind)
      if (list) list.push(card)
      else byKind.set(card.kind, [card])
    }
    byKinds.set(context, (found = byKind))
  }
  return found
}

const headings = new WeakMap<Card, ReadonlySet<string>>()
function headingOf(card: Card): ReadonlySet<string> {
  let found = headings.get(card)
  if (!found) {
    const first = (card.passages ?? []).slice(0, HEADING).map(({ evidence }) => evidence.text)
    const file = card.file.replace(/[-_.]/g, ' ')
    headings.set(
      card,
      (found = new Set(contentWords([card.title ?? '', card.publisher ?? '', file, ...first].join(' ')))),
    )
  }
  return found
}
