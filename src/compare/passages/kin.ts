/** Kinship that one says and another denies: 'the brother-in-law of the mayor', 'no family ties to the mayor'. */
import { oneVoice, type Passages, type Raised } from './index.js'
import { OPEN } from './words.js'

const DENIED =
  /\b(?:no (?:\w+ )?(?:relatives?|relations?|family ties?|kin|kinship|family connections?|blood ties?)|(?:not|nor|never|neither) (?:\w+ ){0,3}(?:related|relatives?|kin|family))\b/i
const RELATIVE =
  /\b(?:(?:brother|sister|father|mother|son|daughter)(?:s|-in-law|s-in-law)?|cousins?|nephews?|nieces?|uncles?|aunts?|wife|husband|spouse|(?:married|related|engaged) to|godson|stepson|stepfather|relatives? of)\b/i
/** Offices that stand for a name. */
const OFFICE =
  /\b(mayor|minister|president|director|governor|judge|prosecutor|chairman|chairwoman|chief|commissioner|king|bishop|general)\b/gi

/** Passages that deny a kinship, against those that name one of the same person or office. */
export function kinDenied(passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const p of passages.all) {
    if (!DENIED.test(p.evidence.text)) continue
    const whom = new Set([...passages.about(p), ...officesIn(p.evidence.text)])
    const against = passages
      .sharing([...whom])
      .filter(
        (q) =>
          q !== p &&
          !oneVoice(p, q, passages) &&
          !DENIED.test(q.evidence.text) &&
          !OPEN.test(q.evidence.text) &&
          !passages.corrects(q) &&
          RELATIVE.test(q.evidence.text) &&
          besideKin(q.evidence.text, [...whom]),
      )
    // Each account of the kinship is a matter of its own.
    for (const q of against)
      out.push({ kind: 'contradiction', on: 'whether', sides: [[q], [p]], why: '', score: 0.72 })
  }
  const byAccount = new Map<unknown, Raised>()
  for (const raised of out) {
    const key = raised.sides[0]![0]
    const known = byAccount.get(key)
    byAccount.set(
      key,
      known ? { ...known, sides: [known.sides[0]!, [...known.sides[1]!, ...raised.sides[1]!]] } : raised,
    )
  }
  return [...byAccount.values()]
}

const officesIn = (text: string): string[] => [...text.matchAll(OFFICE)].map(([word]) => word.toLowerCase())

/** The name or office stands near the word of kinship. */
function besideKin(text: string, whom: readonly string[]): boolean {
  const at = text.search(RELATIVE)
  const near = text.slice(Math.max(0, at - 40), at + 60).toLowerCase()
  return whom.some((w) => near.includes(w))
}
