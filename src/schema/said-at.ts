/** When a claim was said, as its document tells it. */
import type { Attribution, Claim, Reading, Time } from './reading.js'
import type { Span } from './span.js'

type Read = Pick<Reading, 'document' | 'sentences' | 'times' | 'attributions'>

const MAIL = 'message/rfc822'
/** 'told the Nordic Wire Service by telephone on Saturday': more words between the two belong to something else. */
const WORDS_BETWEEN = 7

/**
 * EDTF, by the claim: the day that its chain's innermost saying has beside its cue, or, of what the document says in its own
 * words, the document's. Claims that somebody else is said to have made at no time that is told are missing: that they were
 * made before they were printed is all that is known.
 */
export function saidAt(reading: Read, claims: readonly Claim[]): ReadonlyMap<string, string> {
  const attributions = new Map(reading.attributions.map((each) => [each.id, each]))
  const days = new Map<string, string | null>()
  const dayOf = (id: string | null): string | null => {
    const attribution = id === null ? undefined : attributions.get(id)
    if (!attribution) return null
    const outer = attribution.within === null ? undefined : attributions.get(attribution.within)
    if (!days.has(attribution.id)) days.set(attribution.id, besideCue(reading, attribution, outer?.content))
    return days.get(attribution.id)!
  }
  const said = new Map<string, string>()
  for (const { id, chain } of claims) {
    const [own, ...links] = chain
    const day =
      own && links.length === 0
        ? reading.document.published
        : links.map((link) => dayOf(link.attribution)).findLast((each) => each !== null)
    if (day) said.set(id, day)
  }
  return said
}

/** 'On 14 March we reported', 'said by telephone on Saturday': outside of what was said, with nothing but its speaker between. */
function besideCue(
  { document: { text, mediaType, published }, sentences, times }: Read,
  { source, cue, content }: Attribution,
  outer: readonly Span[] | undefined,
): string | null {
  // A letter's writer says all of it, with no word that says so
  if (cue.length === 0) return mediaType === MAIL ? published : null
  const saying = [...source, ...cue]
  const [first] = cue
  const sentence = first && spanWith(sentences, first.start)
  if (!sentence) return null
  const day = timesIn(times, sentence).find((time) => {
    if (time.edtf === null || content.some((span) => overlap(span, time))) return false
    if (outer && !outer.some((span) => overlap(span, time))) return false
    if (source.some((span) => overlap(span, time))) return true
    return saying.some((span) => joined(text, span, time, content))
  })
  return day?.edtf ?? null
}

/** A time before is set off at most by a comma; one after may follow whom it was said to, and how. */
function joined(text: string, saying: Span, time: Span, content: readonly Span[]): boolean {
  if (time.end <= saying.start) return /^[\s,]*$/.test(text.slice(time.end, saying.start))
  if (time.start < saying.end) return false
  const between = { start: saying.end, end: time.start }
  if (content.some((span) => overlap(span, between))) return false
  const words = text.slice(between.start, between.end)
  return words.length < 100 && !/[,;:.!?"“”]/.test(words) && words.trim().split(/\s+/).length <= WORDS_BETWEEN
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The last of these, in order, that begins at or before a place. */
function spanWith(spans: readonly Span[], at: number): Span | undefined {
  const found = spans[after(spans, at) - 1]
  return found && at < found.end ? found : undefined
}

function timesIn(times: readonly Time[], { start, end }: Span): readonly Time[] {
  return times.slice(after(times, start - 1), after(times, end - 1))
}

/** How many of these, in order, begin at or before a place. */
function after(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start <= at) low = middle + 1
    else high = middle
  }
  return low
}
