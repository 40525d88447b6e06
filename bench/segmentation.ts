/** How well words and sentences agree with Universal Dependencies: EWT dev (web texts) and GUM dev (news and other kinds). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { segment } from '../src/read/segment.js'
import type { Span } from '../src/schema/span.js'

interface Paragraph {
  readonly text: string
  readonly words: readonly Span[]
  readonly sentences: readonly Span[]
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Paragraphs of a CoNLL-U file: its sentences joined with spaces, with the gold words' places. */
export function paragraphs(conllu: string): Paragraph[] {
  const out: { text: string; words: Span[]; sentences: Span[] }[] = []
  for (const sentence of conllu.split(/\n\n+/)) {
    const lines = sentence.split('\n')
    const own = lines.find((l) => l.startsWith('# text = '))?.slice('# text = '.length)
    if (own === undefined) continue
    if (out.length === 0 || lines.some((l) => /^# new(?:doc|par)/.test(l)))
      out.push({ text: '', words: [], sentences: [] })
    const paragraph = out.at(-1)!
    if (paragraph.text) paragraph.text += ' '
    const from = paragraph.text.length
    paragraph.text += own
    let at = 0
    for (const line of lines) {
      const [id, form] = line.split('\t')
      if (!form || !/^\d+$/.test(id!)) continue
      const found = own.indexOf(form, at)
      if (found < 0) continue
      at = found + form.length
      paragraph.words.push({ start: from + found, end: from + at })
    }
    paragraph.sentences.push({ start: from, end: from + own.length })
  }
  return out
}

const key = (s: Span): string => `${s.start}-${s.end}`

class Tally {
  private hit = 0
  private gold = 0
  private ours = 0
  add(gold: readonly string[], ours: readonly string[]): void {
    const known = new Set(gold)
    this.gold += gold.length
    this.ours += ours.length
    this.hit += ours.filter((s) => known.has(s)).length
  }
  score(): Score {
    const precision = this.hit / this.ours
    const recall = this.hit / this.gold
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
  }
}

/**
 * Scores over `gold`: words and sentences as spans (CoNLL 2018), boundaries inside paragraphs, and
 * those boundaries alone whose sentence ends with punctuation (precision over all of ours).
 */
export function scoreSegmentation(
  gold: readonly Paragraph[],
): Record<'words' | 'sentences' | 'boundaries' | 'punctuated', Score> {
  const words = new Tally()
  const sentences = new Tally()
  const boundaries = new Tally()
  const punctuated = new Tally()
  for (const { text, words: goldWords, sentences: goldSentences } of gold) {
    const ours = segment(text, { start: 0, end: text.length })
    const ranges = ours.sentences.map(([a, b]) => ({
      start: ours.words[a]!.start,
      end: ours.words[b - 1]!.end,
    }))
    words.add(goldWords.map(key), ours.words.map(key))
    sentences.add(goldSentences.map(key), ranges.map(key))
    const ends = (list: readonly Span[]): number[] => list.slice(0, -1).map((s) => s.end)
    const isMarked = (end: number): boolean => /[.?!…:;"'”’)\]]/.test(text[end - 1]!)
    boundaries.add(ends(goldSentences).map(String), ends(ranges).map(String))
    punctuated.add(
      ends(goldSentences).filter(isMarked).map(String),
      ends(ranges).filter(isMarked).map(String),
    )
  }
  return {
    words: words.score(),
    sentences: sentences.score(),
    boundaries: boundaries.score(),
    punctuated: punctuated.score(),
  }
}

/** The rows of the published table; empty where the data are not there. */
export function segmentation(data: string): { set: string; measure: string; score: Score }[] {
  const sets: [string, string[]][] = [['UD EWT dev', [join(data, 'ud-ewt/dev.conllu')]]]
  const gum = join(data, 'gum/dev/dep')
  if (existsSync(gum)) {
    const files = readdirSync(gum).filter((f) => f.endsWith('.conllu'))
    sets.push(['GUM dev news', files.filter((f) => f.includes('_news_')).map((f) => join(gum, f))])
    sets.push(['GUM dev', files.map((f) => join(gum, f))])
  }
  return sets
    .filter(([, files]) => files.length > 0 && files.every((f) => existsSync(f)))
    .flatMap(([set, files]) =>
      Object.entries(scoreSegmentation(files.flatMap((f) => paragraphs(readFileSync(f, 'utf8'))))).map(
        ([measure, score]) => ({
          set,
          measure,
          score,
        }),
      ),
    )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const data = process.env['WHENCE_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
  for (const { set, measure, score } of segmentation(data))
    console.log(
      `${set}\t${measure}\t${score.precision.toFixed(4)}\t${score.recall.toFixed(4)}\t${score.f1.toFixed(4)}`,
    )
}
