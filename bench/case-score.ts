/** Entities, origin counts and a draft's verdicts against the planted truth of an affair. Counts add up over affairs. */
import type { Checked, Proposition } from '../src/schema/case.js'
import type { Reading } from '../src/schema/reading.js'
import { locate, overlap, placesOf, type Located, type Truth } from './case-truth.js'

type Texts = ReadonlyMap<string, string>

export interface EntityScore {
  /** Sums over places: B³ (Bagga and Baldwin, 1998) is their mean. */
  readonly precision: number
  readonly recall: number
  readonly places: number
  readonly apart: { readonly kept: number; readonly of: number }
  /** Places that no mention of an entity covers. */
  readonly unread: readonly string[]
  /** Pairs taken for one that are two. */
  readonly merged: readonly string[]
  /** Names of one entity that stand with none of its others. */
  readonly split: readonly string[]
}

/**
 * B³ over the places of `truth.entities`. `entityOf` gives the case's entity for a document (its id) and an entity of its
 * reading. A place belongs to the mention that covers it best; with none, it stands alone.
 */
export function scoreEntities(
  truth: Pick<Truth, 'entities' | 'apart'>,
  readings: readonly Reading[],
  entityOf: (document: string, entity: string) => string | undefined,
): EntityScore {
  const texts = new Map(readings.map(({ document }) => [document.file, document.text]))
  const byFile = new Map(readings.map((r) => [r.document.file, r]))
  const unread: string[] = []
  const items = truth.entities.flatMap(({ id, names, where }) =>
    where.map((quote, k) => {
      const place = nameWithin(locate(texts, quote), quote.quote, names)
      const found = entityAt(byFile.get(quote.file)!, place, entityOf)
      if (found === null) unread.push(`${quote.file}: ${quote.quote}`)
      return { gold: id, found: found ?? `alone ${id} ${k}`, quote }
    }),
  )
  let [precision, recall] = [0, 0]
  const split: string[] = []
  for (const item of items) {
    const together = items.filter((i) => i.found === item.found)
    const meant = items.filter((i) => i.gold === item.gold)
    const both = together.filter((i) => i.gold === item.gold).length
    precision += both / together.length
    recall += both / meant.length
    if (both === 1 && meant.length > 1) split.push(`${item.gold}: ${item.quote.quote} (${item.quote.file})`)
  }
  const merged = truth.apart.filter(([a, b]) =>
    items.some((i) => i.gold === a && items.some((j) => j.gold === b && j.found === i.found)),
  )
  return {
    precision,
    recall,
    places: items.length,
    apart: { kept: truth.apart.length - merged.length, of: truth.apart.length },
    unread,
    merged: merged.map(([a, b, why]) => `${a} and ${b}: ${why}`),
    split,
  }
}

/** A quote may hold words around the name: "harbour of Skarvøy" is where Skarvøy is named, whatever the harbour is. */
function nameWithin(place: Located, quote: string, names: readonly string[]): Located {
  const inside = names
    .flatMap((name) => placesOf(quote, name).slice(0, 1))
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  return inside ? { ...place, start: place.start + inside.start, end: place.start + inside.end } : place
}

function entityAt(
  { document, mentions }: Reading,
  place: Located,
  entityOf: (document: string, entity: string) => string | undefined,
): string | null {
  let best: { entity: string; share: number } | null = null
  for (const mention of mentions) {
    const shared = overlap(place, { file: place.file, start: mention.start, end: mention.end })
    if (shared === 0 || mention.entity === null || mention.form === 'pronoun') continue
    const share = shared / (Math.max(place.end, mention.end) - Math.min(place.start, mention.start))
    if (!best || share > best.share) best = { entity: mention.entity, share }
  }
  return best && (entityOf(document.id, best.entity) ?? `${document.id}#${best.entity}`)
}

export interface OriginScore {
  readonly exact: number
  /** Propositions of which at least one claim was found. */
  readonly located: number
  readonly of: number
  /** Claims that stand in the proposition matched, of all planted. */
  readonly gathered: number
  readonly claims: number
  readonly wrong: readonly string[]
}

/** Established origins of the propositions planted; each is compared with the one found that has most of its claims. */
export function scoreOrigins(
  truth: Pick<Truth, 'propositions'>,
  found: readonly Proposition[],
  texts: Texts,
): OriginScore {
  let [exact, located, gathered, claims] = [0, 0, 0, 0]
  const wrong: string[] = []
  for (const planted of truth.propositions) {
    const places = planted.claims.map((quote) => locate(texts, quote))
    claims += places.length
    const ranked = found
      .map((proposition) => ({
        proposition,
        shared: places.filter((p) => proposition.evidence.some((e) => overlap(p, e) > 0)).length,
      }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || a.proposition.evidence.length - b.proposition.evidence.length)
    const best = ranked[0]
    if (best) located++
    gathered += best?.shared ?? 0
    if (best?.proposition.origins.established === planted.origins) exact++
    else
      wrong.push(
        `${planted.id}: ${best?.proposition.origins.established ?? 'not found'} for ${planted.origins} ` +
          `(${best?.shared ?? 0} of ${places.length} claims) · ${planted.why}`,
      )
  }
  return { exact, located, of: truth.propositions.length, gathered, claims, wrong }
}

export interface VerdictScore {
  readonly right: number
  readonly of: number
  readonly answers: { readonly right: number; readonly of: number }
  readonly wrong: readonly string[]
}

/** Verdicts on the sentences of `draft`, the draft's canonical text; each planted one is looked up where its words stand. */
export function scoreVerdicts(
  truth: Pick<Truth, 'verdicts'>,
  draft: string,
  checked: readonly Checked[],
  texts: Texts,
): VerdictScore {
  let [right, answered, answers] = [0, 0, 0]
  const wrong: string[] = []
  for (const { quote, verdict, why, answer } of truth.verdicts) {
    const place = placesOf(draft, quote)[0]
    if (!place) throw new Error(`“${quote}” does not stand in the draft`)
    const here = checked
      .map((sentence) => ({
        sentence,
        shared: Math.min(place.end, sentence.end) - Math.max(place.start, sentence.start),
      })) // prettier-ignore
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)[0]?.sentence
    if (here?.verdict === verdict) right++
    else wrong.push(`${here?.verdict ?? 'not checked'} for ${verdict}: ${quote} … · ${why}`)
    if (!answer) continue
    answers++
    if (here?.answer && overlap(locate(texts, answer), here.answer) > 0) answered++
  }
  return { right, of: truth.verdicts.length, answers: { right: answered, of: answers }, wrong }
}
