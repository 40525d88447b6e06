/** A claim of a reading → the statement that comparing works with. */
import type { Claim, Reading } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { contains, overlaps } from '../../text/spans.js'
import { isWill, type Card, type Cue, type Statement, type Teller } from '../statement.js'
import { contentWords, fold, stem } from '../words/content.js'
import { frameOf, verbOf } from '../words/frames.js'
import { amountsIn } from '../words/numbers.js'
import { evidenceOf, type Context, type Words } from './context.js'
import { entityOfTerm, FIRM, keyOf, keyOfRole, speakerEntity, UNNAMED_ENTITY } from './terms.js'

const STRENGTH = { certain: 3, probable: 2, possible: 1, unknown: 0 } as const
const CUES: readonly [Cue, RegExp][] = [
  [
    'total',
    /\b(?:in total|a total|total of|altogether|in all|together|overall|sum of|combined|add(?:s|ed)? up|instal(?:l)?ments)\b/i,
  ],
  [
    'part',
    /\b(?:of (?:whom|which|them)|includ(?:es?|ing)|first|second|third|another|further|additional|instal(?:l)?ment|monthly|each|more than once|advance|remaining|rest of|half|separate|later paid|again|so far)\b/i,
  ],
  [
    'update',
    /\b(?:rose|risen|climbed|has now|now stands|updated?|latest|since then|by now|revised|has reached|so far|still missing|rising|grew|have now)\b/i,
  ],
  ['future', /\b(?:will|shall|going to|is to|are to|plans? to|intends? to|would|if)\b/i],
]

/** 'Could be closed', 'may have been dumped'. */
const MAY_BE = /\b(?:may|might|could)(?: well)? (?:have|be)\b/i
/** 'Was without heating': one state, however the clause was taken apart. */
const WITHOUT = /\b(?:is|are|was|were|been|be) without\b/i
const NEGATED = /\b(?:not|never|no|nobody|n['’]t)\b/i
/** 'Instead of at the deposit': where it was not. */
const NOT_THERE = /\b(?:instead of|rather than|not) (?:at|in|to|from)\b/i

/** Null for a claim without words of its own. */
export function statementOf(
  claim: Claim,
  reading: Reading,
  context: Context,
  author: Card['author'],
  words: Words,
): Statement | null {
  const { document, sentences } = reading
  if (claim.evidence.length === 0 || claim.predicate === '') return null
  const evidence = evidenceOf(reading, claim.evidence, claim.id)
  const frame = frameOf(
    claim.predicate,
    claim.property,
    contentWords(claim.object?.text ?? '').slice(-1)[0] ?? '',
  )
  const verb = verbOf(claim.predicate)
  const lacks = WITHOUT.test(evidence.text) && !NEGATED.test(evidence.text)
  const terms = [claim.subject, ...(claim.object ? [claim.object] : []), ...claim.roles.map((r) => r.term)]
  const entities = new Set<string>()
  const covered: Span[] = []
  const said = context.saidIn(claim)
  const inSaid = context.mentionsIn(said)
  for (const mention of inSaid) {
    const entity = mention.entity === null ? null : words.named(mention.entity)
    if (entity === null || isCommonNoun(mention, document.text) || isMisread(mention)) continue
    entities.add(entity)
    if (mention.form === 'name') covered.push(mention)
  }
  for (const term of terms) {
    const entity = entityOfTerm(term, words, author)
    if (entity) entities.add(entity)
  }
  const rest = withoutSpans(document.text, said, covered)
  const verbStem = stem(verb)
  const stems = contentWords(rest.replace(/\d[\d.,/:-]*/g, ' ')).filter(
    (s) => lacks || (s !== verbStem && s !== verb && frame !== s),
  )
  for (const term of [claim.subject])
    // what a clause elsewhere speaks of: 'they', resolved to 'the harbour'
    if (!claim.evidence.some((span) => contains(span, term)) && !UNNAMED_ENTITY.test(term.text))
      for (const s of contentWords(term.text)) if (!stems.includes(s)) stems.push(s)
  const sentence = context.sentenceOf(evidence.start)
  const whole = sentences[sentence]
  const sentenceText = whole
    ? document.text.slice(whole.start, Math.min(whole.end, whole.start + 1000))
    : evidence.text
  const undisputed = /\b(?:not|never|un) ?(?:disputed|denied|contested)\b/i.test(sentenceText)
  const passive = isPassive(claim)
  const subject = keyOf(claim.subject, words, author)
  const object = claim.object ? keyOf(claim.object, words, author) : null
  const speaker = /^(?:i|we)$/i.test(claim.subject.text) ? claim.chain.at(-1)!.who.entity : undefined
  const by = claim.predicate.endsWith(' by') ? object : keyOfRole(claim, ['by', 'agent'], words, author)
  const tellers = [...claim.chain.slice(1), ...context.namedFor(claim)]
    .filter((link) => !(undisputed && link.stance === 'denies'))
    .map((link): Teller => ({
      name:
        UNNAMED_ENTITY.test(link.who.text.trim()) && link.who.entity
          ? words.name(link.who.entity)
          : link.who.text,
      entity: link.who.entity ? speakerEntity(link.who.entity, link.who.text, words, author) : null,
      kind: link.kind,
      stance: link.stance,
      certainty: link.certainty,
      count: link.quantifier?.said ?? 1,
      of: link.quantifier?.of ?? null,
    }))
  const last = tellers.filter((t) => !isWill(t)).at(-1)
  const hearsay = last !== undefined && last.kind === 'unnamed' && last.name.trim() === ''
  let strength: number = STRENGTH[claim.certainty]
  if (hearsay) strength = Math.min(strength, 2)
  if (
    tellers.some(
      (t) => ['alleges', 'believes', 'fears', 'hopes'].includes(t.stance) && !/\bprove/i.test(sentenceText),
    )
  )
    strength = Math.min(strength, 2)
  if (MAY_BE.test(evidence.text)) strength = Math.min(strength, 1)
  if (tellers.some((t) => ['asks', 'orders', 'intends', 'promises', 'doubts'].includes(t.stance)))
    strength = 0
  if (
    /\b(?:is|are|was|were) (?:said|believed|thought|rumoured|rumored|alleged|understood|reported) to\b/i.test(
      sentenceText,
    ) &&
    strength === 3
  )
    strength = 2
  return {
    id: `${document.id}#${claim.id}`,
    document: document.id,
    evidence,
    frame: lacks ? '~without' : frame,
    doer: passive ? by : (subject ?? (speaker ? words.named(speaker) : null)),
    patient: passive ? subject : object,
    entities: [...entities],
    stems,
    amounts: amountsIn(said.map(({ start, end }) => document.text.slice(start, end)).join(' … ')),
    gist: gistOf(document.text, said, inSaid, words),
    time: claim.time ?? onlyTimeIn(claim.evidence, reading),
    place: NOT_THERE.test(evidence.text)
      ? null
      : claim.place === null
        ? placeIn(claim, context, document.text, words)
        : (words.named(claim.place) ?? fold(words.name(claim.place))),
    polarity: undisputed || lacks ? 'positive' : claim.polarity,
    strength: strength as Statement['strength'],
    tellers,
    hearsay:
      hearsay ||
      /\b(?:is|are|was|were) (?:said|rumoured|rumored|alleged|reported|believed) to\b/i.test(sentenceText),
    cues: [
      ...CUES.filter(([, pattern]) => pattern.test(sentenceText)).map(([cue]) => cue),
      ...(/\?["”’']?\s*$/.test(sentenceText) ? (['question'] as const) : []),
      ...(/^you$/i.test(claim.subject.text) ? (['addressed'] as const) : []),
      ...(tellers.length > 0 && /^["“”«]/.test(evidence.text.trim()) ? (['quotation'] as const) : []),
    ],
    named: namesIn(context, whole),
    sentence,
    heading: whole !== undefined && isHeading(document.text, whole, document.title),
  }
}

const LONGEST_GIST = 300
/** What is said, with names for the pronouns: what the sentence encoder sees. */
function gistOf(text: string, said: readonly Span[], mentions: Reading['mentions'], words: Words): string {
  let out = ''
  for (const span of said) {
    let at = span.start
    for (const m of mentions) {
      if (m.form !== 'pronoun' || m.entity === null || m.start < at || m.end > span.end) continue
      const name = words.name(m.entity)
      if (UNNAMED_ENTITY.test(name) || /\b(?:my|his|her|its|our|their)\b/i.test(m.text)) continue
      out += text.slice(at, m.start) + name
      at = m.end
    }
    out += `${text.slice(at, span.end)} `
    if (out.length > LONGEST_GIST) break
  }
  return out.replace(/\s+/g, ' ').trim().slice(0, LONGEST_GIST)
}

/** 'Silt' at the beginning of a sentence, where the text has 'silt' as well. */
const isCommonNoun = ({ text }: { text: string }, all: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text) && new RegExp(`[a-z,] ${text.toLowerCase()}\\b`).test(all)
/** 'the company', taken for a person or a place. */
const isMisread = ({ text, type, form }: Reading['mentions'][number]): boolean =>
  form === 'nominal' && (type === 'Place' || type === 'Person') && FIRM.test(text)

const namesIn = (context: Context, span: Span | undefined): string[] =>
  span
    ? [
        ...new Set(
          context
            .mentionsIn([span])
            .filter((m) => m.form === 'name')
            .map((m) => m.text),
        ),
      ].slice(0, 20)
    : []

/** A clause's one time, where the reader gives the claim none. */
function onlyTimeIn(evidence: readonly Span[], { times }: Reading): string | null {
  const inside = times.filter((t) => t.edtf !== null && evidence.some((span) => contains(span, t)))
  return inside.length === 1 ? inside[0]!.edtf : null
}

/** 'in Limassol', 'at Bergen': the place of a clause that the reader gives none. */
function placeIn(claim: Claim, context: Context, text: string, words: Words): string | null {
  for (const m of context.mentionsIn(claim.evidence))
    if (
      m.type === 'Place' &&
      m.form === 'name' &&
      m.entity &&
      /\b(?:in|at)\s$/.test(text.slice(Math.max(0, m.start - 4), m.start))
    )
      return words.named(m.entity) ?? fold(m.text)
  return null
}

/** 'was signed by': the subject is what it happens to. */
function isPassive(claim: Claim): boolean {
  if (!/^(?:be|get) /.test(claim.predicate)) return false
  const verb = verbOf(claim.predicate)
  return (claim.text.match(/\p{L}+/gu) ?? []).some((w) => fold(w) !== verb && stem(w) === stem(verb))
}

function isHeading(text: string, { start, end }: Span, title: string | null): boolean {
  const words = text.slice(start, end).trim()
  return title !== null && start < 300 && title.includes(words) && !/[.!?]["”’']?$/.test(words)
}

function withoutSpans(text: string, evidence: readonly Span[], covered: readonly Span[]): string {
  return evidence
    .map((span) => {
      let out = ''
      let at = span.start
      for (const c of covered) {
        if (!overlaps(span, c) || c.start < at) continue
        out += text.slice(at, c.start) + ' '
        at = c.end
      }
      return out + text.slice(at, span.end)
    })
    .join(' ')
}
