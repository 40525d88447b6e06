import type { Document } from '../../schema/document.js'
import type { Attribution, Certainty, Link, Stance } from '../../schema/reading.js'
import type { Layers } from '../layers.js'

/** How firmly a stance by itself leaves its content. */
const FIRMNESS: Readonly<Record<Stance, Certainty>> = {
  asserts: 'certain',
  reports: 'certain',
  confirms: 'certain',
  denies: 'certain',
  alleges: 'probable',
  believes: 'probable',
  doubts: 'probable',
  intends: 'probable',
  promises: 'probable',
  fears: 'possible',
  hopes: 'possible',
  asks: 'unknown',
  orders: 'unknown',
}

/** Who told whom, nearest the reader first: the document, then each attribution from the outermost to `attribution`. */
export function chainOf(
  document: Document,
  attribution: string | null,
  layers: Pick<Layers, 'attributions' | 'sourceKinds'>,
): Link[] {
  const links: Link[] = []
  const byId = new Map(layers.attributions.map((a) => [a.id, a]))
  const seen = new Set<string>()
  for (let at = attribution; at !== null && !seen.has(at);) {
    seen.add(at)
    const found = byId.get(at)
    if (!found) break
    links.unshift(linkOf(document, found, layers))
    at = found.within
  }
  const own: Link = {
    who: { text: document.info.publisher ?? document.info.file },
    kind: 'document',
    stance: 'asserts',
    certainty: 'certain',
    quantifier: null,
    cue: null,
    attribution: null,
  }
  return [own, ...links]
}

function linkOf(document: Document, a: Attribution, layers: Pick<Layers, 'sourceKinds'>): Link {
  const source = a.source[0]
  const cue = a.cue[0]
  return {
    who: {
      ...(a.speaker === null ? {} : { entity: a.speaker }),
      text: source ? document.info.text.slice(source.start, source.end) : '',
      ...(source ? { start: source.start, end: source.end } : {}),
    },
    kind: layers.sourceKinds[a.id] ?? 'unnamed',
    stance: a.stance,
    certainty: FIRMNESS[a.stance],
    quantifier: null,
    cue: cue ?? null,
    attribution: a.id,
  }
}
