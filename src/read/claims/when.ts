import { EVENT_NOUNS } from '../lang/en/event-nouns.js'
import type { Proposition } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { caseOf } from '../propositions/tree.js'

const OPEN_END = new Set(['since'])
const OPEN_START = new Set(['until', 'till', 'by', 'up to', 'through', 'before'])

/**
 * When the predicate at one of `words` holds, in EDTF, from the times that depend on it: "since 2009" is 2009/.., "until
 * 2014" ../2014, "from 2009 to 2014" 2009/2014. Null where the clause gives no time.
 */
export function timeOf(scene: Scene, words: readonly number[], p?: Proposition): string | null {
  const { tree, marks } = scene
  let plain: string | null = null
  let from: string | null = null
  let until: string | null = null
  for (const word of words)
    for (const c of tree.children[word]!) {
      const edtf = marks.time[c]?.edtf
      if (!edtf || tree.relation[c] === 'nsubj' || marks.time[word]) continue
      const preposition = caseOf(tree, c)
      if (edtf.includes('/')) plain ??= edtf
      else if (preposition === 'from' || OPEN_END.has(preposition)) from ??= edtf
      else if (isClock(scene, c)) plain ??= edtf
      else if (preposition === 'after') plain ??= `${edtf}/..`
      else if (OPEN_START.has(preposition) || (preposition === 'to' && from !== null)) until ??= edtf
      else plain ??= edtf
      const end = tree.children[c]!.find(
        (d) => marks.time[d]?.edtf && ['to', 'until', 'till', '-', '–'].includes(caseOf(tree, d)),
      )
      if (from !== null && end !== undefined && marks.time[end] !== marks.time[c])
        until ??= marks.time[end]!.edtf
    }
  if (plain !== null) return plain
  if (from !== null) return `${from}/${until ?? '..'}`
  if (until !== null) return `../${until}`
  return p ? lentTime(scene, p) : null
}

const DAY = /^\d{4}-\d\d-\d\d/
const OWN_CLAUSE = new Set(['acl', 'advcl', 'ccomp', 'csubj', 'appos', 'parataxis', 'conj'])

/**
 * The day that hangs on a participant but tells when the clause holds: "accepted without reservations on 14 May", "taken at
 * a meeting of the board on 12 March". "The letter of 18 May" keeps its own. Null where there is none or more than one.
 */
function lentTime(scene: Scene, p: Proposition): string | null {
  const { tree, marks } = scene
  const found = new Set<string>()
  const look = (word: number, depth: number): void => {
    for (const c of tree.children[word]!) {
      const time = marks.time[c]
      if (time) {
        if (time.edtf && DAY.test(time.edtf) && caseOf(tree, c) === 'on') found.add(time.edtf)
      } else if (depth > 0 && !OWN_CLAUSE.has(tree.relation[c]!)) look(c, depth - 1)
    }
  }
  for (const { head } of p.slots) {
    const isSubject = head === p.subject
    const lends = !isSubject || p.construction === 'copula' || EVENT_NOUNS.has(tree.lemma[head]!)
    if (lends && head !== p.anchor && !marks.time[head]) look(head, 2)
  }
  return found.size === 1 ? [...found][0]! : null
}

/** "Before noon" on a day is on that day. */
const isClock = ({ marks }: Scene, word: number): boolean =>
  /\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|nightfall|morning|evening|o[’']clock|a\.?m\.?|p\.?m\.?)(?![\p{L}])|\d[:.]\d\d/iu.test(
    marks.time[word]!.text,
  )
