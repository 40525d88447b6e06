/** Arcs that no English sentence has, put right: who is told to do something, and who is accused of it, hang on that. */
interface Arcs {
  readonly form: readonly string[]
  readonly upos: readonly string[]
  readonly head: Int32Array
  readonly deprel: string[]
}

const OBJECT = new Set(['obj', 'iobj', 'nsubj'])
const COMPLEMENT = new Set(['xcomp', 'ccomp'])
const QUESTION = /^(?:what|who|whom|which|whose|how|where|when)$/
/** Between "told" and "to" stands a short phrase; further off nothing is judged. */
const REACH = 12

/**
 * `head` and `deprel` with these arcs mended in place:
 * "told | crew | to skip it", where "crew" was hung on "skip", goes to "told";
 * "a foreman warned Orr", where "Orr" was a second subject, is its object;
 * "accused | of destroying it", where "destroying" was called an attribute of the verb, is an adjoined clause with its "of";
 * an apposition never stands before what it tells about with a verb between.
 */
export function repair(arcs: Arcs): void {
  const { upos, head, deprel } = arcs
  const subjectBefore = new Map<number, number>()
  const hasObject = new Set<number>()
  head.forEach((h, c) => {
    if (h < 0) return
    if (/^nsubj/.test(deprel[c]!) && c < h) subjectBefore.set(h, c)
    if (deprel[c] === 'obj' || deprel[c] === 'iobj' || /^(?:aux:pass|expl|cop)/.test(deprel[c]!))
      hasObject.add(h)
  })
  for (let c = 0; c < head.length; c++) {
    const h = head[c]!
    if (h < 0) continue
    const above = head[h]!
    if (OBJECT.has(deprel[c]!) && above >= 0 && above < c && c < h && h - above <= REACH) {
      if (COMPLEMENT.has(deprel[h]!) && upos[above] === 'VERB' && isBeforeTo(arcs, c, h)) {
        head[c] = above
        deprel[c] = 'obj'
      }
    } else if (deprel[c] === 'nsubj' && c > h && upos[h] === 'VERB') {
      if (subjectBefore.has(h) && !hasObject.has(h) && isNoun(upos[c]!) && isRightBehind(arcs, c, h))
        deprel[c] = 'obj'
    } else if ((deprel[c] === 'amod' || deprel[c] === 'acl') && c > h && isAccused(arcs, c, h)) {
      deprel[c] = 'advcl'
      head[c - 1] = c
      deprel[c - 1] = 'mark'
    } else if (deprel[c] === 'appos' && c < h && isVerbBetween(upos, c, h)) deprel[c] = 'dep'
  }
}

const isNoun = (upos: string): boolean => upos === 'PROPN' || upos === 'NOUN'

/** The word's phrase ends right before the "to" of its head. */
function isBeforeTo({ form, upos, head, deprel }: Arcs, c: number, h: number): boolean {
  if (QUESTION.test(form[c]!) || !(isNoun(upos[c]!) || upos[c] === 'PRON')) return false
  for (let k = c + 1; k < h; k++) {
    if (form[k] === 'to' && head[k] === h && deprel[k] === 'mark') return true
    if (upos[k] === 'VERB' || upos[k] === 'AUX') return false
  }
  return false
}

const isAccused = ({ form, upos, head }: Arcs, c: number, h: number): boolean =>
  upos[c] === 'VERB' &&
  upos[h] === 'VERB' &&
  form[c]!.endsWith('ing') &&
  /^(?:of|from|for|with)$/.test(form[c - 1]!) &&
  (head[c - 1] === h || head[c - 1] === c)

/** Nothing between the verb and the noun but what belongs to the noun. */
function isRightBehind({ upos, head }: Arcs, c: number, h: number): boolean {
  for (let k = h + 1; k < c; k++) if (head[k] !== c || upos[k] === 'PUNCT') return false
  return true
}

function isVerbBetween(upos: readonly string[], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (upos[k] === 'VERB') return true
  return false
}
