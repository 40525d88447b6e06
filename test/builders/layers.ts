/**
 * Test documents in one line: `form/UPOS/head/deprel[/lemma]` for each word, heads counted from 1 in the sentence.
 * Marks (mentions, times, quantities, attributions) are given by their text.
 */
import type { Encoded, Layers, Syntax, Word } from '../../src/read/layers.js'
import type { Document } from '../../src/schema/document.js'
import type { Attribution, MentionType, Stance } from '../../src/schema/reading.js'
import type { Span } from '../../src/schema/span.js'

export interface Marks {
  readonly mentions?: Readonly<Record<string, MentionType>>
  readonly times?: Readonly<Record<string, string>>
  readonly quantities?: Readonly<Record<string, readonly [number, string | null]>>
  readonly attributions?: readonly {
    readonly source?: string
    readonly cue?: string
    readonly content: string
    readonly stance?: Stance
    readonly within?: number
  }[]
  readonly factuality?: readonly number[]
}

type Read = Omit<Layers, 'claims'>

const IRREGULAR: Readonly<Record<string, string>> = {
  was: 'be',
  were: 'be',
  is: 'be',
  are: 'be',
  been: 'be',
  had: 'have',
  has: 'have',
  did: 'do',
  "n't": 'not',
  born: 'bear',
  sold: 'sell',
  said: 'say',
  paid: 'pay',
  founded: 'found',
  bought: 'buy',
  fled: 'flee',
  left: 'leave',
  met: 'meet',
  told: 'tell',
  died: 'die',
  "'s": "'s",
  killed: 'kill',
  stole: 'steal',
  became: 'become',
  knew: 'know',
  won: 'win',
  forged: 'forge',
  forgot: 'forget',
  held: 'hold',
  sent: 'send',
  gave: 'give',
  built: 'build',
  lived: 'live',
  ran: 'run',
}

function lemmaOf(form: string, upos: string): string {
  const lower = form.toLowerCase()
  if (upos === 'VERB' || upos === 'AUX') {
    if (IRREGULAR[lower]) return IRREGULAR[lower]
    if (lower.endsWith('ied')) return `${lower.slice(0, -3)}y`
    if (
      /(?:s|x|sh|rr|t|k|n|r|w|l|d|y|p)ed$/.test(lower) &&
      !/(?:rais|releas|accus|clos|hir|fir|operat|locat|creat|bas|appoint)ed$/.test(lower)
    )
      return lower.slice(0, -2)
    if (lower.endsWith('ed')) return lower.slice(0, -1)
  }
  return lower === "n't" ? 'not' : lower
}

/** Layers of one document; sentences separated by a newline. */
export function layersOf(notation: string, marks: Marks = {}): { document: Document; layers: Read } {
  const words: Word[] = []
  const syntax: Syntax[] = []
  const sentences: Layers['sentences'][number][] = []
  let text = ''
  for (const line of notation.trim().split('\n')) {
    const first = words.length
    if (text) text += ' '
    const start = text.length
    for (const part of line.trim().split(/\s+/)) {
      const [form, upos, head, deprel, lemma] = part.split('/') as [string, string, string, string, string?]
      if (
        words.length > first &&
        !/^(?:[,.;:!?)%”’]|'s|’s|n't)$/.test(form) &&
        !/[(“‘$€£-]$/.test(words.at(-1)!.text) &&
        form !== '-'
      )
        text += ' '
      words.push({
        start: text.length,
        end: text.length + form.length,
        text: form,
        sentence: sentences.length,
      })
      text += form
      syntax.push({
        upos,
        lemma: lemma ?? lemmaOf(form, upos),
        head: head === '0' ? -1 : first + Number(head) - 1,
        deprel,
      })
    }
    sentences.push({ start, end: text.length, first, last: words.length })
  }
  return {
    document: documentOf(text),
    layers: { ...marked(text, marks), words, sentences, encoded: encoded(words.length, syntax, marks) },
  }
}

const encoded = (size: number, syntax: readonly Syntax[], marks: Marks): Encoded => ({
  syntax,
  names: [],
  mentionType: new Array<MentionType | null>(size).fill(null),
  attributions: [],
  corefLinks: [],
  relations: [],
  factuality: marks.factuality ?? [],
})

export const documentOf = (text: string): Document => ({
  info: {
    id: 'd',
    file: 'test.txt',
    mediaType: 'text/plain',
    language: 'en',
    title: null,
    publisher: 'The Kelso Courier',
    byline: [],
    published: null,
    text,
  },
  blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
  problems: [],
})

/** Every place where `part` stands in `text`; a part that stands nowhere is a mistake in the test. */
export function places(text: string, part: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[at + part.length] ?? ''))
      continue
    found.push({ start: at, end: at + part.length })
  }
  if (found.length === 0) throw new Error(`"${part}" does not stand in "${text}"`)
  return found
}

const PRONOUN = /^(?:he|she|it|they|him|her|his|them|their|who|i|we)$/i

function marked(text: string, marks: Marks): Omit<Read, 'words' | 'sentences' | 'encoded'> {
  const mentions = Object.entries(marks.mentions ?? {}).flatMap(([part, type]) =>
    places(text, part).map((span) => ({
      ...span,
      id: `m${span.start}`,
      text: part,
      form: PRONOUN.test(part)
        ? ('pronoun' as const)
        : /^\p{Lu}/u.test(part)
          ? ('name' as const)
          : ('nominal' as const),
      type,
      entity: part,
    })),
  )
  const one = (part: string | undefined): Span[] =>
    part ? part.split(' … ').map((p) => places(text, p)[0]!) : []
  const attributions: Attribution[] = (marks.attributions ?? []).map((a, i) => ({
    id: `a${i}`,
    source: one(a.source),
    cue: one(a.cue),
    content: one(a.content),
    speaker: null,
    manner: 'indirect',
    stance: a.stance ?? 'asserts',
    within: a.within === undefined ? null : `a${a.within}`,
  }))
  return {
    mentions,
    entities: Object.entries(marks.mentions ?? {}).map(([name, type]) => ({
      id: name,
      type,
      name,
      aliases: [],
    })),
    times: Object.entries(marks.times ?? {}).flatMap(([part, edtf]) =>
      places(text, part).map((s) => ({ ...s, text: part, edtf })),
    ),
    quantities: Object.entries(marks.quantities ?? {}).flatMap(([part, [value, unit]]) =>
      places(text, part).map((s) => ({ ...s, text: part, value, unit })),
    ),
    attributions,
    sourceKinds: Object.fromEntries(attributions.map((a) => [a.id, 'named' as const])),
  }
}
