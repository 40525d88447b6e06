/** Parts of speech and dependencies on EWT dev, and names on UNER's marks of the same sentences; both on gold words. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Encoder } from '../src/read/encode/encode.js'
import { sentencesOf, taggedSpans } from './conll.js'
import { encodeGold, joined, type GoldText } from './gold-words.js'
import type { Section } from './report.js'
import { Counts } from './spans.js'

interface GoldTree {
  readonly gold: GoldText
  readonly rows: readonly (readonly string[])[]
}

/** One text a document of a CoNLL-U file. */
export function treebank(source: string): GoldTree[] {
  return source
    .split(/^(?=# newdoc)/m)
    .filter((part) => /^\d/m.test(part))
    .map((part) => {
      const paragraphs = new Set<number>()
      const sentences: string[][][] = []
      for (const block of part.split(/\n\n+/)) {
        const rows = block.split('\n').filter((l) => /^\d+\t/.test(l))
        if (rows.length === 0) continue
        if (/^# newpar/m.test(block)) paragraphs.add(sentences.length)
        const glue = new Set<number>()
        for (const [, from, to] of block.matchAll(/^(\d+)-(\d+)\t/gm))
          for (let i = Number(from) + 1; i <= Number(to); i++) glue.add(i)
        sentences.push(
          rows.map((row, k) => {
            const columns = row.split('\t')
            const before = rows[k - 1]?.split('\t')[9] ?? ''
            return [
              ...columns,
              before.includes('SpaceAfter=No') || glue.has(Number(columns[0])) ? 'glued' : '',
            ]
          }),
        )
      }
      const id = /^# newdoc id = (.*)/.exec(part)?.[1] ?? ''
      const gold = joined(
        id,
        sentences.map((s) => s.map((r) => ({ form: r[1]!, glued: r[10] === 'glued' }))),
        paragraphs,
      )
      return { gold, rows: sentences.flat() }
    })
}

export async function syntax(data: string, encoder: Encoder): Promise<Section[]> {
  const path = join(data, 'ud-ewt/dev.conllu')
  if (!existsSync(path)) return []
  let [words, tags, arcs, labelled] = [0, 0, 0, 0]
  const names = new Counts()
  const uner = join(data, 'uner-ewt/dev.iob2')
  // The two files hold the same sentences in different orders
  const entities = new Map(
    (existsSync(uner) ? sentencesOf(readFileSync(uner, 'utf8'), /\t/) : []).map((rows) => [
      rows.map((r) => r[1]).join(' '),
      rows,
    ]),
  )
  let sentence = 0
  for (const { gold, rows } of treebank(readFileSync(path, 'utf8'))) {
    const { encoded } = await encodeGold(encoder, gold)
    gold.words.forEach((word, k) => {
      const [own, row] = [encoded.syntax[k]!, rows[k]!]
      const { first } = gold.sentences[word.sentence]!
      const head = row[6] === '0' ? -1 : first + Number(row[6]) - 1
      words++
      if (own.upos === row[3]) tags++
      if (own.head === head) {
        arcs++
        if (own.deprel === row[7]) labelled++
      }
    })
    const scored: Readonly<Record<string, string>> = { Person: 'PER', Organization: 'ORG', Place: 'LOC' }
    for (const { first, last } of gold.sentences) {
      sentence++
      const marked = entities.get(
        gold.words
          .slice(first, last)
          .map((w) => w.text)
          .join(' '),
      )
      if (!marked) continue
      names.add(
        encoded.names
          .filter((n) => n.first >= first && n.first < last && scored[n.type])
          .map((n) => `${sentence}:${n.first - first}-${n.last - first}-${scored[n.type]}`),
        taggedSpans(marked.map((r) => r[2] ?? 'O'))
          .filter((s) => /(?:PER|ORG|LOC)$/.test(s))
          .map((s) => `${sentence}:${s}`),
      )
    }
  }
  const percent = (n: number): number => (100 * n) / words
  return [
    {
      name: 'Words in their sentences: EWT dev, gold words',
      rows: [
        {
          what: 'UPOS',
          value: percent(tags),
          reach: 97,
          best: '96.7 same encoder alone; 96.9 with 125 M parameters',
        },
        { what: 'UAS', value: percent(arcs), reach: null, best: '91.6 same encoder alone' },
        {
          what: 'LAS',
          value: percent(labelled),
          reach: 89.5,
          best: '89.1 same encoder alone; 89.4 with 125 M parameters',
        },
      ],
    },
    {
      name: 'Names: UNER EWT dev, gold words',
      rows: [{ what: 'PER ORG LOC F1', value: names.f1, reach: 82, best: '86.0' }],
    },
  ]
}
