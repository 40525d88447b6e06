/** What forms and tables state, as claims of the document itself: they have no sentences, so no tree is read. */
import type { Document } from '../../schema/document.js'
import type { Claim, Term } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { chainOf } from '../chain/chain.js'
import { claimId } from '../claims/id.js'
import type { Layers } from '../layers.js'

export type Given = Pick<Layers, 'mentions' | 'times' | 'quantities' | 'attributions' | 'sourceKinds'>

/** A statement of a form or a table row before it is a claim. */
export interface Stated {
  readonly evidence: Span
  readonly subject: Term
  readonly predicate: string
  readonly property: string | null
  readonly object: Term | null
  readonly roles: Claim['roles']
  readonly time: string | null
}

/** Makes terms and claims of one document. Spans are looked up in sorted layers. */
export function recorder(document: Document, layers: Given) {
  const { text } = document.info
  const names = layers.mentions.filter((m) => m.form === 'name')
  const within = <T extends Span>(spans: readonly T[], { start, end }: Span): T[] => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.start < start) low = middle + 1
      else high = middle
    }
    const found: T[] = []
    for (let i = low; i < spans.length && spans[i]!.start < end; i++)
      if (spans[i]!.end <= end) found.push(spans[i]!)
    return found
  }
  const chain = chainOf(document, null, layers)
  return {
    /** The entity of the longest name in a stretch, the time and the quantity it is. */
    term(span: Span): Term {
      const [name] = within(names, span).sort((a, b) => b.end - b.start - (a.end - a.start))
      const time = within(layers.times, span).find((t) => t.edtf !== null)
      const quantity = within(layers.quantities, span).find((q) => q.value !== null)
      return {
        ...(name?.entity ? { entity: name.entity } : {}),
        text: text.slice(span.start, span.end),
        start: span.start,
        end: span.end,
        ...(time && !name ? { time: time.edtf! } : {}),
        ...(quantity && !time && !name ? { quantity: { value: quantity.value!, unit: quantity.unit } } : {}),
      }
    },
    isPerson: (span: Span): boolean => within(names, span).some((m) => m.type === 'Person'),
    place: (span: Span) => within(names, span).find((m) => m.type === 'Place') ?? null,
    time: (span: Span) => within(layers.times, span).find((t) => t.edtf !== null)?.edtf ?? null,
    claim({ evidence, subject, predicate, property, object, roles, time }: Stated): Claim {
      return {
        id: claimId(document.info.id, [
          'record',
          property ?? predicate,
          evidence.start,
          subject.start,
          object?.start ?? null,
        ]),
        evidence: [evidence],
        text: text.slice(evidence.start, evidence.end),
        subject,
        predicate,
        property,
        object,
        roles,
        time,
        place: null,
        polarity: 'positive',
        certainty: 'certain',
        hedges: [],
        chain,
      }
    },
  }
}

export type Recorder = ReturnType<typeof recorder>
