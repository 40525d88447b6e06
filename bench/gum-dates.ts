/** Dates in GUM (Zeldes 2017): TEI `<date when from to>` as days, compared with the days our EDTF means. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayNumber } from '../src/schema/day.js'
import { edtfInterval } from '../src/schema/edtf.js'
import { readTimes } from '../src/read/times/read-times.js'
import type { Span } from '../src/schema/span.js'
import { overlaps } from '../src/text/spans.js'

interface GoldDate extends Span {
  readonly text: string
  /** First and last day; null where the annotators gave no year. */
  readonly days: readonly [number, number] | null
}

export interface DatedDocument {
  readonly name: string
  readonly text: string
  readonly sentences: readonly Span[]
  readonly published: string | null
  readonly dates: readonly GoldDate[]
}

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null

function daysOf(tag: string): readonly [number, number] | null {
  const end = (text: string | null, last: boolean): number | null => {
    const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text ?? '') ?? []
    if (year === undefined) return null
    if (!last) return dayNumber(Number(year), Number(month ?? 1), Number(day ?? 1))
    return day !== undefined
      ? dayNumber(Number(year), Number(month), Number(day))
      : dayNumber(Number(year), Number(month ?? 12) + 1, 1) - 1
  }
  const when = attribute(tag, 'when')
  const [from, to] = [end(when ?? attribute(tag, 'from'), false), end(when ?? attribute(tag, 'to'), true)]
  return from === null || to === null ? null : [from, to]
}

/** A GUM XML file as plain text, tokens with a space between. */
export function gumDocument(name: string, xml: string): DatedDocument {
  let text = ''
  let sentence = 0
  const sentences: Span[] = []
  const open: { tag: string; start: number }[] = []
  const dates: GoldDate[] = []
  for (const line of xml.split('\n')) {
    if (line.startsWith('<s ') || line === '<s>') sentence = text.length + (text === '' ? 0 : 1)
    else if (line.startsWith('</s>')) sentences.push({ start: sentence, end: text.length })
    else if (line.startsWith('<date')) open.push({ tag: line, start: text.length + (text === '' ? 0 : 1) })
    else if (line.startsWith('</date')) {
      const { tag, start } = open.pop()!
      dates.push({ start, end: text.length, text: text.slice(start), days: daysOf(tag) })
    } else if (line.includes('\t'))
      text += (text === '' ? '' : ' ') + line.slice(0, line.indexOf('\t')).replace(/&amp;/g, '&')
  }
  const published = /dateCreated="(\d{4}-\d\d-\d\d)"/.exec(xml)?.[1] ?? null
  return { name, text, sentences, published, dates }
}

/** Documents of GUM's `train` or `dev` part; empty where the data is not there. */
export function gumDocuments(dataDir: string, part: 'train' | 'dev'): DatedDocument[] {
  const folder = join(dataDir, 'gum', part, 'xml')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => gumDocument(file, readFileSync(join(folder, file), 'utf8')))
}

export interface DateCounts {
  readonly gold: number
  readonly found: number
  readonly right: number
  /** Times of ours with EDTF, and those of them that lie on no annotated date. */
  readonly ours: number
  readonly extra: number
}

/** How many of the annotators' dates (those with a year) are found, and how many mean the same days. */
export function scoredDates(document: DatedDocument, note?: (line: string) => void): DateCounts {
  const ours = readTimes(document.text, document.sentences, document.published).flatMap((t) =>
    t.parts.length > 1 ? [t, ...t.parts] : [t],
  )
  const gold = document.dates.filter((d) => d.days !== null)
  let found = 0
  let right = 0
  for (const date of gold) {
    const touching = ours.filter((t) => overlaps(t, date))
    if (touching.length === 0) {
      note?.(`miss   ${date.text} … ${document.text.slice(Math.max(0, date.start - 40), date.end + 20)}`)
      continue
    }
    found++
    const same = touching.some((t) => {
      const days = [t.edtf, ...t.parts.map((p) => p.edtf)].map((e) => (e === null ? null : edtfInterval(e)))
      return days.some((d) => d !== null && d.earliest === date.days![0] && d.latest === date.days![1])
    })
    if (same) right++
    else
      note?.(
        `value  ${date.text} … ${document.text.slice(Math.max(0, date.start - 50), date.end + 20)} ours ${touching.map((t) => `${t.text} = ${t.edtf}`).join('; ')} gold ${date.days!.map((d) => new Date(d * 864e5).toISOString().slice(0, 10)).join('/')}`,
      )
  }
  const dated = ours.filter((t) => t.edtf !== null)
  const extra = dated.filter((t) => !document.dates.some((d) => overlaps(t, d)))
  for (const t of extra)
    note?.(`extra  ${t.text} = ${t.edtf} … ${document.text.slice(Math.max(0, t.start - 50), t.end + 30)}`)
  return { gold: gold.length, found, right, ours: dated.length, extra: extra.length }
}
