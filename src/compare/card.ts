/** A reading reduced to what comparing needs. */
import type { Attribution, Claim, Evidence, Reading, Term } from '../schema/reading.js'
import type { Span } from '../schema/span.js'
import { signature } from '../text/minhash.js'
import { contains, overlaps } from '../text/spans.js'
import { documentKind, isPersonal, type DocumentKind } from './document-kind.js'
import type { Card, Cue, Quotation, Statement, Teller } from './statement.js'
import { contentWords, fold, stem } from './words/content.js'
import { frameOf, isLight, verbOf } from './words/frames.js'
import { amountsIn } from './words/numbers.js'

/** Longer evidence is cut to its first stretch. */
const LONGEST = 400
const STRENGTH = { certain: 3, probable: 2, possible: 1, unknown: 0 } as const
const CUES: readonly [Cue, RegExp][] = [
  ['total', /\b(?:in total|a total|total of|altogether|in all|together|overall|sum of|combined|add(?:s|ed)? up|instal(?:l)?ments)\b/i],
  ['part', /\b(?:of (?:whom|which|them)|includ(?:es?|ing)|first|second|third|another|further|additional|instal(?:l)?ment|monthly|each|more than once|advance|remaining|rest of|half|separate|later paid|again|so far)\b/i],
  ['update', /\b(?:rose|risen|climbed|has now|now stands|updated?|latest|since then|by now|revised|has reached|so far|still missing|rising|grew|have now)\b/i],
  ['future', /\b(?:will|shall|going to|is to|are to|plans? to|intends? to|would|if)\b/i],
] // prettier-ignore
const UNNAMED_ENTITY = /^(?:i|we|he|she|they|it|you|who|that|this|us|him|her|them)$/i

interface Words {
  readonly name: (id: string) => string
  /** The case's entity of one of the document's, where it is named anywhere. */
  readonly named: (id: string) => string | null
  readonly byName: ReadonlyMap<string, string>
}

/**
 * The card of one reading. `entityOf` gives for a document's entity (`document#entity`) the case's; `isNamed` says of a
 * case's entity whether any document names it. Linear in the reading's size.
 */
export function cardOf(
  reading: Reading,
  entityOf: (key: string) => string | undefined,
  isNamed: (entity: string) => boolean,
): Card {
  const { document, sentences } = reading
  const names = new Map(reading.entities.map((e) => [e.id, e.name]))
  const words: Words = {
    name: (id) => names.get(id) ?? id,
    named(id) {
      const entity = entityOf(`${document.id}#${id}`)
      return entity !== undefined && isNamed(entity) ? entity : null
    },
    byName: new Map(
      reading.mentions.flatMap((m) => {
        const entity = m.form === 'name' && m.entity ? entityOf(`${document.id}#${m.entity}`) : undefined
        return entity === undefined ? [] : [[fold(m.text), entity] as const]
      }),
    ),
  }
  const kind = documentKind(document.text, document.mediaType, document.publisher)
  const author = authorOf(reading, kind, words)
  const context = contextOf(reading, words)
  const seen = new Map<string, Statement>()
  for (const claim of reading.claims) {
    const statement = statementOf(claim, reading, context, author, kind, words)
    if (!statement) continue
    // A reader gives one claim for each typed property of a clause; here they are one statement.
    const key = `${statement.evidence.start}:${statement.frame}:${statement.polarity}`
    const other = seen.get(key)
    seen.set(key, other ? mergedStatement(other, statement) : statement)
  }
  const statements = [...seen.values()]
  return {
    document: document.id,
    file: document.file,
    publisher: publisherOf(document.publisher),
    title: document.title,
    published: document.published,
    language: document.language,
    kind,
    author,
    signature: [...signature(document.text)],
    names: publicationsIn(reading),
    quotations: quotationsOf(reading, words),
    unmasked: unmaskedIn(reading, sentences, words, author),
    takenBack: takenBackIn(statements, document.text, sentences),
    statements,
  }
}

function mergedStatement(a: Statement, b: Statement): Statement {
  return {
    ...a,
    time: a.time ?? b.time,
    place: a.place ?? b.place,
    doer: a.doer ?? b.doer,
    patient: a.patient ?? b.patient,
    entities: [...new Set([...a.entities, ...b.entities])],
    strength: Math.min(a.strength, b.strength) as Statement['strength'],
  }
}

function evidenceOf(reading: Reading, spans: readonly Span[], claim: string | null): Evidence {
  const { document } = reading
  const start = Math.min(...spans.map((s) => s.start))
  let end = Math.max(...spans.map((s) => s.end))
  if (end - start > LONGEST) end = spans.find((s) => s.start === start)!.end
  return { file: document.file, start, end, text: document.text.slice(start, end), claim }
}

interface Context {
  readonly sentenceOf: (at: number) => number
  readonly mentionsIn: (spans: readonly Span[]) => Reading['mentions']
}

function contextOf({ sentences, mentions }: Reading, _words: Words): Context {
  const starts = sentences.map((s) => s.start)
  const sorted = [...mentions].sort((a, b) => a.start - b.start)
  const at = (list: readonly number[], value: number): number => {
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]! <= value) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const mentionStarts = sorted.map((m) => m.start)
  return {
    sentenceOf: (offset) => Math.max(0, at(starts, offset)),
    mentionsIn(spans) {
      const out: Reading['mentions'][number][] = []
      for (const span of spans) {
        for (
          let i = at(mentionStarts, span.start - 1) + 1;
          i < sorted.length && sorted[i]!.start < span.end;
          i++
        )
          if (contains(span, sorted[i]!)) out.push(sorted[i]!)
      }
      return out
    },
  }
}

function statementOf(
  claim: Claim,
  reading: Reading,
  context: Context,
  author: Card['author'],
  kind: DocumentKind,
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
  const terms = [claim.subject, ...(claim.object ? [claim.object] : []), ...claim.roles.map((r) => r.term)]
  const entities = new Set<string>()
  const covered: Span[] = []
  for (const mention of context.mentionsIn(claim.evidence)) {
    const entity = mention.entity === null ? null : words.named(mention.entity)
    if (entity === null || isCommonNoun(mention, document.text) || isMisread(mention)) continue
    entities.add(entity)
    if (mention.form === 'name') covered.push(mention)
  }
  for (const term of terms) {
    const entity = entityOfTerm(term, words, author)
    if (entity) entities.add(entity)
  }
  const rest = withoutSpans(document.text, claim.evidence, covered)
  const verbStem = stem(verb)
  const stems = contentWords(rest.replace(/\d[\d.,/:-]*/g, ' ')).filter(
    (s) => s !== verbStem && s !== verb && frame !== s,
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
  const tellers = claim.chain.slice(1).filter((link) => !(undisputed && link.stance === 'denies')).map((link): Teller => ({
    name: UNNAMED_ENTITY.test(link.who.text.trim()) && link.who.entity ? words.name(link.who.entity) : link.who.text,
    entity: link.who.entity ? (speakerEntity(link.who.entity, link.who.text, words, author)) : null,
    kind: link.kind,
    stance: link.stance,
    certainty: link.certainty,
    count: link.quantifier?.said ?? 1,
    of: link.quantifier?.of ?? null,
  })) // prettier-ignore
  const last = tellers.at(-1)
  const hearsay = last !== undefined && last.kind === 'unnamed' && last.name.trim() === ''
  let strength: number = STRENGTH[claim.certainty]
  if (hearsay) strength = Math.min(strength, 2)
  if (
    tellers.some(
      (t) => ['alleges', 'believes', 'fears', 'hopes'].includes(t.stance) && !/\bprove/i.test(sentenceText),
    )
  )
    strength = Math.min(strength, 2)
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
    frame,
    doer: passive ? by : (subject ?? (speaker ? words.named(speaker) : null)),
    patient: passive ? subject : object,
    entities: [...entities],
    stems,
    amounts: amountsIn(claim.text),
    time: claim.time ?? onlyTimeIn(claim.evidence, reading),
    place:
      claim.place === null
        ? placeIn(claim, context, document.text, words)
        : (words.named(claim.place) ?? fold(words.name(claim.place))),
    polarity: undisputed ? 'positive' : claim.polarity,
    strength: strength as Statement['strength'],
    tellers,
    hearsay:
      hearsay ||
      /\b(?:is|are|was|were) (?:said|rumoured|rumored|alleged|reported|believed) to\b/i.test(sentenceText),
    cues: [
      ...CUES.filter(([, pattern]) => pattern.test(sentenceText)).map(([cue]) => cue),
      ...(/\?["”’']?\s*$/.test(sentenceText) ? (['question'] as const) : []),
      ...(tellers.length > 0 && /^["“”«]/.test(evidence.text.trim()) ? (['quotation'] as const) : []),
    ],
    named: namesIn(context, whole),
    sentence,
    heading: whole !== undefined && isHeading(document.text, whole, document.title),
  }
}

/** 'Silt' at the beginning of a sentence, where the text has 'silt' as well. */
const isCommonNoun = ({ text }: { text: string }, all: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text) && new RegExp(`[a-z,] ${text.toLowerCase()}\\b`).test(all)
const FIRM = /\b(?:company|firm|authority|ministry|bank|newspaper|contractor|agency|board)$/i
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

function entityOfTerm(term: Term, words: Words, author: Card['author']): string | null {
  if (
    /^(?:i|me|my|we|us|our)$/i.test(term.text) &&
    author?.entity &&
    !(term.entity && words.named(term.entity))
  )
    return author.entity
  if (FIRM.test(term.text) && !/\p{Lu}/u.test(term.text.slice(1)))
    return /^(?:the|our|my) (?:company|firm|client|authority)$/i.test(term.text)
      ? (author?.entity ?? null)
      : null
  const own = term.entity ? words.named(term.entity) : null
  return own ?? words.byName.get(fold(term.text.replace(/^(?:the|mr|mrs|ms|dr)\.? /i, ''))) ?? null
}

function speakerEntity(id: string, text: string, words: Words, author: Card['author']): string | null {
  const own = words.named(id) ?? words.byName.get(fold(text)) ?? null
  return own === null && /^(?:i|we)$/i.test(text) ? (author?.entity ?? null) : own
}

function keyOf(term: Term, words: Words, author: Card['author']): string | null {
  // Whom an interviewer speaks to is not known from the words.
  if (/^you$/i.test(term.text)) return null
  const entity = entityOfTerm(term, words, author)
  if (entity) return entity
  if (UNNAMED_ENTITY.test(term.text.trim())) return null
  const head = contentWords(term.text.split(/\b(?:of|from|for|in|on|at|with|who|which|that|,)\b/)[0]!).at(-1)
  return head === undefined ? null : `~${head}`
}

function keyOfRole(
  claim: Claim,
  roles: readonly string[],
  words: Words,
  author: Card['author'],
): string | null {
  const role = claim.roles.find((r) => roles.includes(r.role))
  return role ? keyOf(role.term, words, author) : null
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

const SIGNED = /(?:^|\n)\s*(?:with kind regards|kind regards|best regards|regards|with respect|sincerely|yours (?:sincerely|faithfully|truly)|respectfully|signed|best|cordially)[ ,]*\n+\s*([^\n]{3,60})/i // prettier-ignore
const BEHALF = /\bon behalf of\s+([^\n,.]{3,80})/i
const WITNESS =
  /\b(?:statement|testimony|affidavit|declaration) of(?: (?:the )?witness)?,? ([A-Z][^\n,.]{3,60})/

/** Who issued a document that is an origin: its signature, the party on whose behalf, its byline or its head. */
function authorOf(reading: Reading, kind: DocumentKind, words: Words): Card['author'] {
  if (!isPersonal(kind))
    return kind === 'press' || kind === 'transcript' ? null : { name: KIND_NAMES[kind] ?? kind, entity: null }
  const { document } = reading
  const given = document.byline[0] ?? null
  const found =
    BEHALF.exec(document.text.slice(0, 600))?.[1] ??
    WITNESS.exec(document.text.slice(0, 600))?.[1] ??
    given ??
    SIGNED.exec(document.text.slice(-600))?.[1] ??
    publisherOf(document.publisher) ??
    firstNamed(reading)
  if (!found) return null
  const name = found.trim()
  return { name, entity: words.byName.get(fold(name)) ?? null }
}
const KIND_NAMES: Partial<Record<DocumentKind, string>> = { court: 'the court', contract: 'the contract', account: 'the account statement', minutes: 'the minutes', record: 'the record' } // prettier-ignore

const publisherOf = (name: string | null): string | null =>
  name !== null &&
  /^(?:press|media|public)? ?(?:release|statement|letter|report|minutes|transcript)$/i.test(name)
    ? null
    : name

const firstNamed = ({ mentions, entities }: Reading): string | null => {
  const first = mentions.find(
    (m) => m.form === 'name' && (m.type === 'Person' || m.type === 'Organization') && m.start < 400,
  )
  return first ? (entities.find((e) => e.id === first.entity)?.name ?? first.text) : null
}

function publicationsIn(reading: Reading): string[] {
  const out = new Set<string>()
  for (const m of reading.mentions) if (m.form === 'name') out.add(fold(m.text).replace(/^the /, ''))
  return [...out].slice(0, 200)
}

function quotationsOf(reading: Reading, words: Words): Quotation[] {
  return reading.attributions
    .filter((a) => a.manner !== 'indirect' && a.content.length > 0)
    .flatMap((a: Attribution) => {
      const spans = a.content.filter(({ start, end }) => end - start > 15)
      if (spans.length === 0) return []
      const source = a.source.map((s) => reading.document.text.slice(s.start, s.end)).join(' ')
      const speaker = (a.speaker ? words.named(a.speaker) : null) ?? fold(source)
      return speaker ? [{ evidence: evidenceOf(reading, [spans[0]!], null), speaker }] : []
    })
}

const SOURCE_WORD = /\b(?:article|source|newspaper|told|spoke|spoken|anonymous|unnamed|quoted|without (?:her|his|their) name|account|report)\b/i // prettier-ignore
const I_WAS = /\b(?:I (?:was|am)|(?:he|she) was|it was (?:me|I)) (?:the |that |an? )?((?:former |unnamed |anonymous |retired |senior )?[a-z][a-z -]{2,40}?)(?= (?:in|of|who|whom|that|quoted|cited|behind|your|from|you)\b|[,.;])/ // prettier-ignore

/** Where somebody says, or is said, to have been a source that had no name. */
function unmaskedIn(
  reading: Reading,
  sentences: readonly Span[],
  words: Words,
  author: Card['author'],
): Card['unmasked'] {
  const { document } = reading
  const out: Card['unmasked'][number][] = []
  for (const span of sentences) {
    const text = document.text.slice(span.start, Math.min(span.end, span.start + 600))
    if (!SOURCE_WORD.test(text)) continue
    const direct = I_WAS.exec(text)
    const apposed = /((?:\p{Lu}[\p{L}'’-]+ )+\p{Lu}[\p{L}'’-]+), the ((?:former |retired |then )?[a-z]+(?: [a-z]+)?) (?:whose account|who (?:spoke|told|had (?:spoken|told))|whom)/u.exec(text) // prettier-ignore
    const was = /((?:\p{Lu}[\p{L}'’-]+ )+\p{Lu}[\p{L}'’-]+) (?:was|is|had been) the ((?:former |unnamed |anonymous |retired |senior )?[a-z]+(?: [a-z]+)?) (?:who (?:spoke|told|had|leaked)|quoted|cited|behind|in (?:the|our|an))/u.exec(text) // prettier-ignore
    const evidence: Evidence = {
      file: document.file,
      start: span.start,
      end: span.start + text.length,
      text,
      claim: null,
    }
    if (direct) {
      const speaker = speakerAt(reading, span, words) ?? author
      if (speaker) out.push({ description: direct[1]!, ...speaker, evidence })
    }
    for (const match of [apposed, was])
      if (match)
        out.push({
          description: match[2]!,
          name: match[1]!,
          entity: words.byName.get(fold(match[1]!)) ?? null,
          evidence,
        })
  }
  return out
}

function speakerAt(
  reading: Reading,
  span: Span,
  words: Words,
): { name: string; entity: string | null } | null {
  const claim = reading.claims.find(
    (c) =>
      c.evidence.some((e) => overlaps(e, span)) && c.chain.length > 1 && c.chain.at(-1)!.kind === 'named',
  )
  const who = claim?.chain.at(-1)!.who
  return who ? { name: who.text, entity: who.entity ? words.named(who.entity) : null } : null
}

const ANAPHORA = /\b(?:that|this|it|the (?:statement|allegations?|accusations?|claims?|reports?|charges?|story|article)|these (?:claims|allegations)|(?:any|all) (?:wrongdoing|allegations?|charges?))\b/i // prettier-ignore
const WRONG = /\b(?:that|this|it|the (?:claim|report|statement|allegation|story)) (?:is|was|were) (?:\w+ )?(?:wrong|false|untrue|incorrect|a lie|not true|nonsense|invented)\b/i // prettier-ignore

/** Sentences that only point back: 'We withdraw the statement', 'He denied it'. They speak of the nearest statement before. */
function takenBackIn(
  statements: readonly Statement[],
  text: string,
  sentences: readonly Span[],
): Card['takenBack'] {
  const out: Card['takenBack'][number][] = []
  const inOrder = [...statements].sort((a, b) => a.evidence.start - b.evidence.start)
  for (const [i, statement] of inOrder.entries()) {
    if (statement.polarity === 'negative') continue
    const sentence = sentences[statement.sentence]
    const words = sentence ? text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400)) : ''
    const wrong = WRONG.test(words) && statement.tellers.length === 0
    const how =
      statement.frame === 'withdraw' || wrong ? 'retracted' : statement.frame === 'deny' ? 'denied' : null
    if (!how || (!wrong && !ANAPHORA.test(statement.evidence.text))) continue
    const before = inOrder.slice(0, i).filter((s) => s.sentence < statement.sentence && s.sentence >= statement.sentence - (how === 'retracted' ? 3 : 2)) // prettier-ignore
    const about = before.filter(
      (s) =>
        !isLight(s.frame) &&
        s.frame !== 'deny' &&
        s.frame !== 'withdraw' &&
        (how === 'retracted' || sharesDoer(s, statement)),
    )
    if (statement.strength > 0 && about.length > 0)
      out.push({
        by: statement.id,
        of: about
          .slice(-8)
          .map((s) => s.id)
          .reverse(),
        how,
      })
  }
  return out
}
const sharesDoer = (a: Statement, b: Statement): boolean => b.doer !== null && a.entities.includes(b.doer)
