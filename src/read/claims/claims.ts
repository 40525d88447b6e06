import type { Document } from '../../schema/document.js'
import type { Certainty, Claim, Link, Term } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { textOf } from '../../text/spans.js'
import { turnWith } from '../attributions/turns.js'
import { chainOf } from '../chain/chain.js'
import { factualityOf } from '../factuality/factuality.js'
import type { Layers, WordRange } from '../layers.js'
import { learnedDrafts } from '../properties/learned.js'
import { dependent, type Tree } from '../propositions/tree.js'
import { propositionsOf } from '../propositions/extract.js'
import { lifespanPropositions } from '../propositions/lifespan.js'
import type { Proposition } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { sceneOf } from '../propositions/scene.js'
import { fieldClaims } from '../records/fields.js'
import { recorder } from '../records/record.js'
import { rowClaims } from '../records/rows.js'
import type { Step } from '../step.js'
import { ascriptionsOf, type Ascriptions } from './ascriptions.js'
import { certaintyWith, isPlainFuture, polarityThrough, weakest } from './certainty.js'
import { draftsOf, type Draft } from './drafts.js'
import { hedgesOf } from './hedged-participants.js'
import { claimId } from './id.js'
import { certaintyOfCue, cueHeads } from './open-cues.js'
import { rolesOf } from './roles.js'
import { nameOf, termOf } from './term.js'
import { timeOf } from './when.js'
import { placeOf } from './where.js'

const NEEDS = [
  'sentences',
  'words',
  'encoded',
  'times',
  'quantities',
  'mentions',
  'entities',
  'attributions',
  'sourceKinds',
] as const
type Needed = Pick<Layers, (typeof NEEDS)[number]>

/** Dependency trees and marks → claims, each with its words, its chain and how firmly it stands. */
export const claims: Step<(typeof NEEDS)[number], 'claims'> = {
  name: 'claims',
  version: 4,
  needs: NEEDS,
  gives: ['claims'],
  run: (document, layers) => ({ layers: { claims: claimsOf(document, layers) } }),
}

/** The claims of a document in text order. */
export function claimsOf(document: Document, layers: Needed): Claim[] {
  const scene = sceneOf(layers)
  const ascriptions = ascriptionsOf(layers.words, layers.attributions)
  const propositions = [...propositionsOf(scene), ...lifespanPropositions(scene)]
  const said = withOuter(
    propositions.filter((p) => CLAUSAL.has(p.construction)).map((p) => ascriptions.content[p.anchor]!),
    layers.attributions,
  )
  // Whoever ascribes is a claim only where no clause is claimed in what they ascribe: "knew of the purchase", "denied the charge"
  const drafts = propositions.flatMap((p) => {
    const cue = ascriptions.cue[p.anchor]!
    return draftsOf(scene, p, cue < 0 || !said.has(cue))
  })
  const all = [...drafts, ...learnedDrafts(scene, layers.encoded.relations, propositions, drafts)]
    .map((draft) => wholeNames(scene, draft))
    .filter((d) => d.subject !== d.object)
  const writer = new Writer(document, layers, scene, ascriptions)
  const written = all.map((draft) => writer.write(draft))
  const record = recorder(document, layers)
  const recorded = [...fieldClaims(document, record), ...rowClaims(document, record)]
  const unique = [...recorded, ...written].filter(firstOfItsKind())
  return unique.sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
}

/** Those attributions, by index, with those that hold them. */
function withOuter(inner: readonly number[], attributions: Layers['attributions']): ReadonlySet<number> {
  const place = new Map(attributions.map((a, i) => [a.id, i]))
  const out = new Set<number>()
  for (const index of inner)
    for (let at: number | undefined = index; at !== undefined && at >= 0 && !out.has(at);) {
      out.add(at)
      const outer: string | null = attributions[at]!.within
      at = outer === null ? undefined : place.get(outer)
    }
  return out
}

/** "Orr junior": a part of a name that a parser took for somebody beside it is that name. */
function wholeNames({ marks, words }: Scene, draft: Draft): Draft {
  const whole = (word: number): number => {
    const name = marks.named[word]
    if (!name || marks.mention[word] || marks.time[word]) return word
    for (const step of [-1, 1])
      for (let at = word; marks.named[at] === name && words[at]; at += step)
        if (marks.mention[at] === name) return at
    return word
  }
  const [subject, object] = [whole(draft.subject), draft.object === null ? null : whole(draft.object)]
  return subject === draft.subject && object === draft.object ? draft : { ...draft, subject, object }
}

/** Constructions that tell by the way who somebody is. */
const MENTIONED = new Set<Proposition['construction']>(['apposition', 'title', 'role', 'possession'])

/** "There was a man", "no man", "it was Brock": whether there is one at all may be what is denied. */
const isSaidToBe = (tree: Tree, noun: number): boolean =>
  dependent(tree, noun, 'expl') >= 0 ||
  dependent(tree, noun, 'cop') >= 0 ||
  tree.children[noun]!.some((c) => /^(?:no|any|some)$/.test(tree.form[c]!)) ||
  /^(?:no|any|some|every)(?:body|one|thing)$/.test(tree.form[noun]!) ||
  (tree.head[noun]! >= 0 && dependent(tree, tree.head[noun]!, 'expl') >= 0)

const CLAUSAL = new Set<Proposition['construction']>(['verb', 'copula', 'adjective', 'existence'])

/** Keeps the first of claims that put the same property on the same two terms, or the same words in the same place. */
function firstOfItsKind(): (claim: Claim) => boolean {
  const seen = new Set<string>()
  return (claim) => {
    const key =
      claim.property === null || claim.object === null
        ? claim.id
        : `${claim.property} ${claim.subject.start} ${claim.object.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
}

/** Turns drafts into claims; keeps the chain of each attribution once made. */
class Writer {
  private readonly chains = new Map<string | null, readonly Link[]>()
  private readonly text: string
  private readonly cues: Int32Array
  private readonly places: ReadonlyMap<string, number>

  constructor(
    private readonly document: Document,
    private readonly layers: Needed,
    private readonly scene: Scene,
    private readonly ascriptions: Ascriptions,
  ) {
    this.text = document.info.text
    this.cues = cueHeads(ascriptions, scene.tree, layers.attributions.length)
    this.places = new Map(layers.attributions.map((a, i) => [a.id, i]))
  }

  write(draft: Draft): Claim {
    const { scene, text } = this
    const p = draft.proposition
    const evidence = p.evidence.map((r) => this.span(r))
    const subject =
      p.construction === 'possession' && p.lemma === ''
        ? nameOf(scene, text, draft.subject)
        : termOf(scene, text, draft.subject, draft.wholeSubject)
    const object: Term | null =
      draft.object === null ? null : termOf(scene, text, draft.object, draft.wholeObject)
    const chain = this.chain(p.anchor)
    const factuality = factualityOf(scene.tree, p.governor, (word) => this.startsContent(word))
    // A turn is its speaker's own words, as the document's voice is the writer's
    const innermost = chain.at(-1)!.attribution
    const reported = innermost !== null && !turnWith(this.document, innermost)
    const doubts = hedgesOf(
      scene.tree,
      p.slots.filter((s) => s.role !== 'clause').map((s) => s.head),
    )
    const model = !reported ? this.layers.encoded.factuality[p.governor] : undefined
    return {
      id: claimId(this.document.info.id, [
        draft.property ?? draft.predicate,
        p.anchor,
        subject.start,
        object?.start ?? null,
      ]),
      evidence,
      text: textOf(text, evidence),
      subject,
      predicate: draft.predicate,
      property: draft.property,
      object,
      roles: rolesOf(scene, text, draft),
      time: object?.time ?? timeOf(scene, p.anchor === p.governor ? [p.anchor] : [p.anchor, p.governor], p),
      place: placeOf(scene, p.slots),
      polarity: polarityThrough(factuality, chain, text, this.isMentioned(p)),
      certainty: weakest([
        certaintyWith(factuality, model, reported),
        ...(doubts.length > 0 ? ['probable' as const] : []),
        ...chain.map((l) => l.certainty),
        ...chain.map((l) => this.certaintyOfSaying(l)),
      ]),
      hedges: this.spans([...(isPlainFuture(factuality, reported) ? [] : factuality.hedges), ...doubts]),
      chain,
    }
  }

  private chain(word: number): readonly Link[] {
    const index = this.ascriptions.content[word]!
    const id = index < 0 ? null : this.layers.attributions[index]!.id
    const known = this.chains.get(id)
    if (known) return known
    const chain = chainOf(this.document, id, this.layers)
    this.chains.set(id, chain)
    return chain
  }

  /** How sure it is that what a link says is said at all. */
  private certaintyOfSaying({ attribution }: Link): Certainty {
    const index = attribution === null ? undefined : this.places.get(attribution)
    if (index === undefined) return 'certain'
    return certaintyOfCue(this.scene.tree, this.cues[index]!, (word) => this.startsContent(word))
  }

  /** True for what a denial leaves standing: who somebody is, and what a relative clause says of one that is not said to exist. */
  private isMentioned({ construction, governor }: Proposition): boolean {
    if (MENTIONED.has(construction)) return true
    const { tree } = this.scene
    for (let at = governor; at >= 0 && !this.startsContent(at); at = tree.head[at]!) {
      const noun = tree.head[at]!
      if (tree.deprel[at] === 'acl:relcl' && noun >= 0) return !isSaidToBe(tree, noun)
    }
    return false
  }

  /** True for the word where the content of an attribution hangs on what ascribes it: what stands above is in the chain. */
  private startsContent(word: number): boolean {
    const { content } = this.ascriptions
    const governor = this.scene.tree.head[word]!
    return content[word]! >= 0 && governor >= 0 && content[governor] !== content[word]
  }

  private span(range: WordRange): Span {
    const { words } = this.layers
    return { start: words[range.first]!.start, end: words[range.last - 1]!.end }
  }

  private spans(words: readonly number[]): Span[] {
    const sorted = [...new Set(words)].sort((a, b) => a - b)
    const out: WordRange[] = []
    for (const word of sorted) {
      const previous = out.at(-1)
      if (previous?.last === word) out[out.length - 1] = { first: previous.first, last: word + 1 }
      else out.push({ first: word, last: word + 1 })
    }
    return out.map((r) => this.span(r))
  }
}
