/** How much two sentences speak of one matter, whatever they differ in: words, names, times, documents, who says it. */
import { compatibleTimes } from '../../schema/edtf.js'
import { bounded, interval } from '../alike.js'
import { isPersonal, isPrimary } from '../document-kind.js'
import { isLater } from '../statement.js'
import type { Passages } from '../passages/index.js'
import { timesApart } from '../passages/whether.js'
import type { Features } from './difference.js'
import type { Sight } from './sight.js'

/** What two sentences share, whatever they differ in. */
export function matterOfPair(a: Sight, b: Sight, passages: Passages): Features {
  const weight = (set: Iterable<string>): number => {
    let sum = 0
    for (const w of set) sum += passages.conceptWeight(w)
    return sum
  }
  const nameWeight = (set: Iterable<string>): number => {
    let sum = 0
    for (const w of set) sum += passages.weight(w)
    return sum
  }
  const shared = [...a.concepts].filter((w) => b.concepts.has(w))
  const sharedNames = [...a.names].filter((w) => b.names.has(w))
  const own = (x: Sight): number => weight(x.concepts) + nameWeight(x.names)
  const sum = weight(shared) + nameWeight(sharedNames)
  const [less, more] = [own(a), own(b)].sort((x, y) => x - y) as [number, number]
  const [ca, cb] = [passages.cardOf(a.passage), passages.cardOf(b.passage)]
  const times = (s: Sight) => s.passage.times.map(interval).filter((t) => t !== null && bounded(t))
  const [ta, tb] = [times(a), times(b)]
  const agree = ta.some((s) => tb.some((t) => s!.latest - s!.earliest < 40 && compatibleTimes(s!, t!)))
  const near = a.passage.document === b.passage.document
  return {
    words: shared.length,
    wordsWeight: weight(shared),
    rarest: Math.max(0, ...shared.map((w) => passages.conceptWeight(w))),
    names: sharedNames.length,
    namesWeight: nameWeight(sharedNames),
    namesApart: Math.min(
      [...a.names].filter((w) => !b.names.has(w)).length,
      [...b.names].filter((w) => !a.names.has(w)).length,
    ),
    shareLess: less === 0 ? 0 : sum / less,
    shareBoth: less + more === 0 ? 0 : sum / (less + more - sum),
    timesAgree: agree ? 1 : 0,
    timesApart: timesApart(a.passage, b.passage) ? 1 : 0,
    plan: a.plan !== b.plan ? 1 : 0,
    plans: a.plan && b.plan ? 1 : 0,
    open: a.open || b.open ? 1 : 0,
    hedged: a.passage.hedged || b.passage.hedged ? 1 : 0,
    sameDocument: near ? 1 : 0,
    beside: near && Math.abs(a.passage.sentence - b.passage.sentence) <= 2 ? 1 : 0,
    lengthLess: Math.log(1 + Math.min(a.concepts.size + a.names.size, b.concepts.size + b.names.size)),
    lengthMore: Math.log(1 + Math.max(a.concepts.size + a.names.size, b.concepts.size + b.names.size)),
    voices: (a.passage.voice !== '' ? 1 : 0) + (b.passage.voice !== '' ? 1 : 0),
    party: (isPersonal(ca.kind) ? 1 : 0) + (isPersonal(cb.kind) ? 1 : 0),
    primary: (isPrimary(ca.kind) ? 1 : 0) + (isPrimary(cb.kind) ? 1 : 0),
    dated: isLater(ca, cb) || isLater(cb, ca) ? 1 : 0,
  }
}
