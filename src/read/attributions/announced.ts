/** "The court does not follow the submission that the drums were empty": what a noun announces is somebody's, not the document's. */
import { phraseOf } from '../coreference/phrase.js'
import { negations } from '../factuality/polarity.js'
import { ACCEPTING, ANNOUNCING, REJECTING } from '../lang/en/announcing-nouns.js'
import type { RawAttribution, WordRange } from '../layers.js'
import { caseOf, dependent, dependents, type Tree } from '../propositions/tree.js'

const holds = (ranges: readonly WordRange[], k: number): boolean =>
  ranges.some(({ first, last }) => k >= first && k < last)

/**
 * `given` with one for each noun that announces a clause which is ascribed to nobody yet, its source whoever the noun
 * says makes it ("the firm's claim that …"), and one for whoever turns such a thing down. Sorted by anchor.
 */
export function withAnnounced(given: readonly RawAttribution[], tree: Tree): RawAttribution[] {
  const attributions = given.map((a) => (isNotTakenUp(a, tree) ? { ...a, stance: 'doubts' as const } : a))
  const taken = new Set(attributions.map((a) => a.anchor))
  const innermost = contentsOf(attributions, tree.size)
  const added: RawAttribution[] = []
  for (let noun = 0; noun < tree.size; noun++) {
    const stance = ANNOUNCING.get(tree.lemma[noun]!)
    if (stance === undefined || tree.upos[noun] !== 'NOUN') continue
    const clause = clauseOf(tree, noun)
    if (!clause) continue
    // Content that begins behind the noun is that of the noun or of its verb
    const own =
      !taken.has(noun) && !attributions.some((a) => holds(a.cue, noun)) && innermost[clause.last - 1]! <= noun
    const verb = tree.head[noun]!
    const turned = verb >= 0 && !taken.has(verb) && isTurnedDown(tree, noun, verb)
    if (turned) {
      taken.add(verb)
      added.push(turnedDown(tree, verb, { first: phraseOf(noun, tree).first, last: clause.last }))
    }
    if (!own) continue
    const source = makerOf(tree, noun)
    added.push({
      anchor: noun,
      source: source ? [source] : [],
      cue: [{ first: noun, last: noun + 1 }],
      content: [clause],
      stance,
      kind: source ? (tree.upos[source.last - 1] === 'PROPN' ? 'named' : 'group') : null,
      score: 0,
    })
  }
  return added.length === 0
    ? [...attributions]
    : [...attributions, ...added].sort((a, b) => a.anchor - b.anchor)
}

/** For each word where the innermost content that holds it begins, -1 for none: the latest beginning. */
function contentsOf(attributions: readonly RawAttribution[], size: number): Int32Array {
  const begins = new Int32Array(size).fill(-1)
  const ranges = attributions.flatMap((a) => a.content).sort((a, b) => a.first - b.first)
  for (const { first, last } of ranges) begins.fill(first, first, last)
  return begins
}

const isNotTakenUp = ({ anchor, stance }: RawAttribution, tree: Tree): boolean =>
  stance === 'denies' &&
  tree.lemma[anchor] !== 'believe' &&
  ACCEPTING.has(tree.lemma[anchor]!) &&
  negations(tree, anchor).length % 2 === 1

/** The clause "that …" of a noun, also behind whose it is: "the submission of the defence that …", where readers hang it on either noun. */
function clauseOf(tree: Tree, noun: number): WordRange | null {
  const owners = dependents(tree, noun, 'nmod').filter((c) => c > noun)
  for (const c of [noun, ...owners].flatMap((head) => tree.children[head]!)) {
    if (c < noun || tree.deprel[c] === 'acl:relcl' || !/^(?:acl|ccomp)$/.test(tree.relation[c]!)) continue
    const mark = dependents(tree, c, 'mark').find((m) => tree.form[m] === 'that')
    if (mark === undefined || mark <= noun || !areWhose(tree, owners, noun + 1, mark)) continue
    const { last } = phraseOf(c, tree)
    return { first: mark, last: Math.max(last, c + 1) }
  }
  return null
}

/** The words from `first` up to `last` belong to one of the owners, so that nothing else stands between noun and clause. */
function areWhose(tree: Tree, owners: readonly number[], first: number, last: number): boolean {
  for (let k = first; k < last; k++) {
    let above = k
    while (above >= first && above < last && !owners.includes(above)) above = tree.head[above]!
    if (!owners.includes(above)) return false
  }
  return true
}

/** "The firm's claim", "the claim by the firm"; before its clause also "the claim of the firm". */
function makerOf(tree: Tree, noun: number): WordRange | null {
  const poss = dependent(tree, noun, 'nmod:poss')
  const maker =
    poss >= 0 ? poss : (dependents(tree, noun, 'nmod').find((c) => MAKERS.has(caseOf(tree, c))) ?? -1)
  if (maker < 0) return null
  const own = clauseOf(tree, noun)!
  const whole = phraseOf(maker, tree)
  const last = poss >= 0 ? maker + 1 : Math.min(whole.last, own.first > maker ? own.first : whole.last)
  const first = MAKERS.has(tree.form[whole.first]!) ? whole.first + 1 : whole.first
  return { first: Math.min(first, maker), last: Math.max(last, maker + 1) }
}
const MAKERS: ReadonlySet<string> = new Set(['by', 'of'])

function isTurnedDown(tree: Tree, noun: number, verb: number): boolean {
  if (tree.upos[verb] !== 'VERB') return false
  if (!/^(?:obj|nsubj:pass|obl(?::agent)?)$/.test(tree.deprel[noun]!)) return false
  const negated = negations(tree, verb).length % 2 === 1
  return negated ? ACCEPTING.has(tree.lemma[verb]!) : REJECTING.has(tree.lemma[verb]!)
}

function turnedDown(tree: Tree, verb: number, content: WordRange): RawAttribution {
  const subject = dependent(tree, verb, 'nsubj')
  const active = dependent(tree, verb, 'aux:pass') < 0
  const auxiliaries = tree.children[verb]!.filter(
    (c) => c < verb && (tree.relation[c] === 'aux' || negations(tree, verb).includes(c)),
  )
  const cue = { first: Math.min(verb, ...auxiliaries), last: verb + 1 }
  const source = active && subject >= 0 && !holds([content], subject) ? phraseOf(subject, tree) : null
  const negated = ACCEPTING.has(tree.lemma[verb]!)
  return {
    anchor: verb,
    source: source && source.last <= cue.first ? [source] : [],
    cue: content.first <= cue.first && cue.first < content.last ? [{ first: verb, last: verb + 1 }] : [cue],
    content: [content],
    stance: negated ? 'doubts' : 'denies',
    kind: source ? 'role' : null,
    score: 0,
  }
}
