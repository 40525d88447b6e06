/** Who told whom: the document, then each attribution from the outermost to the one asked for. */
import type { Document } from '../../schema/document.js'
import type { Attribution, Link } from '../../schema/reading.js'
import { textOf } from '../../text/spans.js'
import { turnWith } from '../attributions/turns.js'
import type { Layers } from '../layers.js'
import { firmnessOf } from './firmness.js'
import { quantifierOf } from './quantifier.js'

/** The links nearest the reader first; [0] is the document itself. `attribution` is the innermost, null for the document's own voice. */
export function chainOf(
  document: Document,
  attribution: string | null,
  layers: Pick<Layers, 'attributions' | 'sourceKinds'>,
): Link[] {
  const byId = attributionsById(layers)
  const links: Link[] = []
  const seen = new Set<string>()
  for (let at = attribution; at !== null && !seen.has(at);) {
    seen.add(at)
    const found = byId.get(at)
    if (!found) break
    links.unshift(linkOf(document, found, layers))
    at = found.within
  }
  return [ownLink(document), ...links]
}

const known = new WeakMap<readonly Attribution[], ReadonlyMap<string, Attribution>>()

function attributionsById({ attributions }: Pick<Layers, 'attributions'>): ReadonlyMap<string, Attribution> {
  let map = known.get(attributions)
  if (!map) known.set(attributions, (map = new Map(attributions.map((a) => [a.id, a]))))
  return map
}

const ownLink = ({ info }: Document): Link => ({
  who: { text: info.publisher ?? info.file },
  kind: 'document',
  stance: 'asserts',
  certainty: 'certain',
  quantifier: null,
  cue: null,
  attribution: null,
})

function linkOf(document: Document, a: Attribution, { sourceKinds }: Pick<Layers, 'sourceKinds'>): Link {
  const { text } = document.info
  const [source] = a.source
  // Who only the file's structure tells has no place in the text
  const who = source ? text.slice(source.start, source.end) : (turnWith(document, a.id)?.speaker ?? '')
  return {
    who: {
      ...(a.speaker === null ? {} : { entity: a.speaker }),
      text: who,
      ...(source ? { start: source.start, end: source.end } : {}),
    },
    kind: sourceKinds[a.id] ?? 'unnamed',
    stance: a.stance,
    certainty: firmnessOf(a.stance, cueOf(who, textOf(text, a.cue)), following(text, a), who !== ''),
    quantifier: source ? quantifierOf(who) : null,
    cue: a.cue[0] ?? null,
    attribution: a.id,
  }
}

const NOBODY = /^(?:no one|nobody|none|neither)\b/i
/** "No one had claimed it" says as little as "never claimed it". */
const cueOf = (who: string, cue: string): string =>
  NOBODY.test(who) ? `never ${cue.replace(/^(?:has|have|had|is|was|were) /i, '')}` : cue

/** The content where it goes on from the cue. */
function following(text: string, { cue, content }: Attribution): string {
  const end = cue.at(-1)?.end
  const next = content.find((c) => end !== undefined && c.start >= end && c.start <= end + 1)
  return next ? text.slice(next.start, next.end) : ''
}
