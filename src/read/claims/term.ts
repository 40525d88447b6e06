import type { Mention, Term } from '../../schema/reading.js'
import { nounPhrase } from '../propositions/noun-phrase.js'
import { nameBeside } from '../propositions/appositive.js'
import type { Scene } from '../propositions/scene.js'

/**
 * The term `head` heads: its full noun phrase without relative clauses and appositions (with what is coordinated with it
 * when `whole`), verbatim; a time is the whole expression of time. Where the phrase itself names nobody, the entity of the
 * name beside it counts ("her husband, Tom").
 */
export function termOf(scene: Scene, text: string, head: number, whole: boolean): Term {
  const { words, marks, tree } = scene
  const time = marks.time[head]
  if (time) {
    return {
      text: text.slice(time.start, time.end),
      start: time.start,
      end: time.end,
      ...(time.edtf === null ? {} : { time: time.edtf }),
    }
  }
  const { first, last } = trimmed(scene, nounPhrase(tree, head, whole))
  const name = nameAround(scene, head)
  const start = startBeside(scene, head, first, name, text)
  const end = Math.max(
    words[withPlaceBeside(scene, head, last) - 1]!.end,
    name && words[last - 1]!.end > name.start ? name.end : 0,
  )
  const entity = entityOf(scene, head)
  const quantity = quantityIn(scene, head, first, last)
  return {
    ...(entity === null ? {} : { entity }),
    text: text.slice(start, end),
    start,
    end,
    ...(quantity ? { quantity } : {}),
  }
}

/** The name that `head` heads. */
const nameAround = ({ marks }: Scene, head: number): Mention | null => {
  const mention = marks.mention[head]
  return mention?.form === 'name' ? mention : null
}

/** Where the term begins: a parser may hang the end of the name before it on the phrase ("paid Orr & Co | AS 48 million"), or more on a name than belongs to it. */
function startBeside(scene: Scene, head: number, first: number, name: Mention | null, text: string): number {
  const { words, marks } = scene
  const start = words[first]!.start
  if (name && start < name.start && /[,;:]/.test(text.slice(start, name.start))) return name.start
  const before = marks.named[first]
  if (!before || before === marks.named[head] || before.end > words[head]!.start) return start
  let at = first
  while (at < head && (marks.named[at] === before || scene.tree.upos[at] === 'PUNCT')) at++
  return before.start < start ? words[at]!.start : start
}

/** "Oran, Algeria": the larger place named right beside a place is part of its phrase. */
function withPlaceBeside({ tree, marks }: Scene, head: number, last: number): number {
  if (marks.type[head] !== 'Place') return last
  const beside = tree.children[head]!.find(
    (c) => tree.relation[c] === 'appos' && marks.type[c] === 'Place' && tree.upos[c] === 'PROPN',
  )
  if (beside === undefined || beside > last + 3 || beside < last) return last
  return nounPhrase(tree, beside).last
}

/** The term of a name without what it is tied to: "Marta Ekholm" of "Marta Ekholm of Lind & Voss". */
export function nameOf(scene: Scene, text: string, head: number): Term {
  const term = termOf(scene, text, head, false)
  const mention = scene.marks.mention[head]
  const parts = scene.tree.children[head]!.filter((c) => scene.tree.relation[c] === 'flat')
  const end =
    mention && mention.start >= term.start ? mention.end : scene.words[Math.max(head, ...parts)]!.end
  return end >= term.end ? term : { ...term, end, text: text.slice(term.start, end) }
}

function trimmed(scene: Scene, range: { first: number; last: number }): { first: number; last: number } {
  let { first, last } = range
  const { tree } = scene
  while (last - 1 > first && tree.upos[last - 1] === 'PUNCT' && !/^[)\]”"’%]$/.test(tree.form[last - 1]!))
    last--
  while (first < last - 1 && tree.upos[first] === 'PUNCT' && !/^[([“"‘$£€#]$/.test(tree.form[first]!)) first++
  return { first, last }
}

/** The entity of the mention that `head` heads, or of the name beside it; null where neither resolves. */
export function entityOf(scene: Scene, head: number): string | null {
  const own = scene.marks.mention[head]?.entity ?? null
  if (own !== null) return own
  const beside = scene.tree.upos[head] === 'NOUN' ? nameBeside(scene.tree, head) : -1
  return beside < 0 ? null : (scene.marks.mention[beside]?.entity ?? null)
}

/** The quantity of a phrase that is counted or measured: at its head or at a number that counts it. */
function quantityIn(scene: Scene, head: number, first: number, last: number): Term['quantity'] {
  const own = scene.marks.quantity[head]
  const counted = scene.tree.children[head]!.find(
    (c) => scene.tree.relation[c] === 'nummod' && c >= first && c < last,
  )
  const quantity = own ?? (counted === undefined ? undefined : scene.marks.quantity[counted])
  return quantity && quantity.value !== null ? { value: quantity.value, unit: quantity.unit } : undefined
}
