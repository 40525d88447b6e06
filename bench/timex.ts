/**
 * How well times are found and normalised: TIMEX3 in MEANTIME (Minard et al. 2016), scored as in TempEval-3 (UzZaman et al. 2013):
 * a time counts as found where it overlaps one of the annotators', and its value where both are the same string. Date lines count
 * neither way, since they are given.
 * The topic `corpus_gm` is measured; `corpus_airbus` and `corpus_apple` were used in writing the grammar.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gumDocuments, scoredDates, type DateCounts } from './gum-dates.js'
import { readTimes } from '../src/read/times/read-times.js'
import { timexes } from '../src/read/times/time-expression.js'
import type { Span } from '../src/schema/span.js'
import { overlaps } from '../src/text/spans.js'

export interface Row {
  readonly what: string
  readonly value: number
  readonly reach: number | null
  readonly best: string
}

export interface GoldTime extends Span {
  readonly text: string
  readonly type: string
  readonly value: string
}

export interface TimedDocument {
  readonly name: string
  readonly text: string
  readonly sentences: readonly Span[]
  readonly published: string | null
  readonly times: readonly GoldTime[]
  /** The date line: given, so neither found nor missed. */
  readonly dateLine: Span | null
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** A MEANTIME file as plain text: its tokens with a space between, up to the last sentence with an annotation. */
export function meantime(name: string, xml: string): TimedDocument {
  const tokens = [...xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)].map(([, tag, form]) => ({
    id: attribute(tag!, 't_id'),
    sentence: Number(attribute(tag!, 'sentence')),
    form: unescaped(form!),
  }))
  const anchors = (body: string): string[] =>
    [...body.matchAll(/<token_anchor t_id="([^"]*)"/g)].map((m) => m[1]!)
  const markables = /<Markables>([\s\S]*)<\/Markables>/.exec(xml)?.[1] ?? ''
  const annotated = new Set(anchors(markables))
  const end = Math.max(...tokens.filter((t) => annotated.has(t.id)).map((t) => t.sentence))
  let text = ''
  const spans = new Map<string, Span>()
  const sentences: { start: number; end: number }[] = []
  for (const token of tokens.filter((t) => t.sentence <= end)) {
    if (text !== '') text += ' '
    const span = { start: text.length, end: text.length + token.form.length }
    text += token.form
    spans.set(token.id, span)
    const own = sentences[token.sentence]
    if (own) own.end = span.end
    else sentences[token.sentence] = { ...span }
  }
  const all = [...markables.matchAll(/<TIMEX3 ([^>]*[^/])>([\s\S]*?)<\/TIMEX3>/g)].flatMap(
    ([, tag, body]) => {
      const own = anchors(body!).flatMap((id) => spans.get(id) ?? [])
      if (own.length === 0) return []
      const span = { start: Math.min(...own.map((s) => s.start)), end: Math.max(...own.map((s) => s.end)) }
      const creation = attribute(tag!, 'functionInDocument') === 'CREATION_TIME'
      return [
        {
          ...span,
          text: text.slice(span.start, span.end),
          type: attribute(tag!, 'type'),
          value: attribute(tag!, 'value'),
          creation,
        },
      ]
    },
  )
  // A few files do not mark the date line as such; there it is the time that is a sentence by itself.
  const line =
    all.find((t) => t.creation) ??
    all.find((t) => sentences.some((s) => s?.start === t.start && s.end === t.end))
  return {
    name,
    text,
    sentences: sentences.filter((s) => s !== undefined),
    published: line ? line.value.slice(0, 10) : null,
    times: all.filter((t) => t !== line),
    dateLine: line ?? null,
  }
}

export interface Scored {
  readonly gold: number
  readonly ours: number
  /** Theirs that one of ours touches, and ours that touch one of theirs. */
  readonly found: number
  readonly touching: number
  /** Theirs with the same value as one of ours that touches it. */
  readonly values: number
}

/** One document's counts. */
export function scored(document: TimedDocument, note?: (line: string) => void): Scored {
  const outside = (s: Span): boolean => !document.dateLine || !overlaps(s, document.dateLine)
  const ours = timexes(readTimes(document.text, document.sentences, document.published)).filter(outside)
  let found = 0
  let values = 0
  for (const gold of document.times) {
    const touching = ours.filter((t) => overlaps(t, gold))
    if (touching.length === 0) {
      note?.(`miss   ${gold.text} = ${gold.value}`)
      continue
    }
    found++
    if (touching.some((t) => t.value === gold.value)) values++
    else
      note?.(
        `value  ${gold.text} = ${gold.value}, ours ${touching.map((t) => `${t.text} = ${t.value}`).join(', ')}`,
      )
  }
  const extra = ours.filter((t) => !document.times.some((gold) => overlaps(t, gold)))
  for (const t of extra)
    note?.(`extra  ${t.text} = ${t.value} … ${document.text.slice(Math.max(0, t.start - 40), t.end + 30)}`)
  return {
    gold: document.times.length,
    ours: ours.length,
    found,
    touching: ours.length - extra.length,
    values,
  }
}

const percent = (n: number): number => Math.round(n * 1000) / 10

/** Documents of one MEANTIME topic; empty where the data is not there. */
export function topic(dataDir: string, name: string): TimedDocument[] {
  const folder = join(dataDir, 'meantime/en/intra-doc_annotation', name)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => meantime(file, readFileSync(join(folder, file), 'utf8')))
}

export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly accuracy: number
  readonly valueF1: number
  readonly gold: number
}

/** TempEval-3's relaxed F1 of spans, accuracy of the values among the found, and their product. */
export function figures(counts: readonly Scored[]): Figures {
  const sum = (of: (s: Scored) => number): number => counts.reduce((total, s) => total + of(s), 0)
  const gold = sum((s) => s.gold)
  const found = sum((s) => s.found)
  const precision = sum((s) => s.touching) / sum((s) => s.ours)
  const recall = found / gold
  const f1 = (2 * precision * recall) / (precision + recall)
  const accuracy = sum((s) => s.values) / found
  return {
    precision: percent(precision),
    recall: percent(recall),
    f1: percent(f1),
    accuracy: percent(accuracy),
    valueF1: percent(f1 * accuracy),
    gold,
  }
}

/** The published figures; null where MEANTIME is not in `dataDir`. */
export async function timex(dataDir: string): Promise<{ name: string; rows: Row[] } | null> {
  const measured = topic(dataDir, 'corpus_gm')
  if (measured.length === 0) return null
  const gm = figures(measured.map((d) => scored(d)))
  const best = 'HeidelTime at TempEval-3 (other news): 90.3'
  const rows: Row[] = [
    {
      what: `times found, F1 of overlapping spans (MEANTIME corpus_gm, ${gm.gold} TIMEX3)`,
      value: gm.f1,
      reach: 88,
      best,
    },
    {
      what: 'values right among those found, accuracy',
      value: gm.accuracy,
      reach: 78,
      best: 'HeidelTime at TempEval-3 (other news): 86',
    },
    {
      what: 'values, F1 × accuracy',
      value: gm.valueF1,
      reach: null,
      best: 'HeidelTime at TempEval-3 (other news): 77.6',
    },
  ]
  for (const name of ['corpus_airbus', 'corpus_apple']) {
    const { f1, accuracy, gold } = figures(topic(dataDir, name).map((d) => scored(d)))
    rows.push({
      what: `${name} (used in development, ${gold} TIMEX3): F1 of spans`,
      value: f1,
      reach: null,
      best: '',
    })
    rows.push({ what: `${name}: accuracy of values`, value: accuracy, reach: null, best: '' })
  }
  const gum = gumDocuments(dataDir, 'dev').map((d) => scoredDates(d))
  if (gum.length > 0) {
    const sum = (of: (c: DateCounts) => number): number => gum.reduce((total, c) => total + of(c), 0)
    const gold = sum((c) => c.gold)
    rows.push({
      what: `dates found (GUM dev, ${gold} dates with a year)`,
      value: percent(sum((c) => c.found) / gold),
      reach: null,
      best: '',
    })
    rows.push({
      what: 'EDTF that means exactly the annotated days, of those found',
      value: percent(sum((c) => c.right) / sum((c) => c.found)),
      reach: null,
      best: '',
    })
  }
  return { name: 'Times', rows }
}
