/**
 * Sentences of planted affairs as the pairs that comparing would ask about, labelled by their truth (cases/README.md):
 *   WHENCE_READINGS=folder npx tsx training/pairs/case-rows.ts affair-harbour,affair-school >> rows.jsonl
 * Pairs that only `arguable` or a relay names are left out.
 */
import { join } from 'node:path'
import { pairRow, type Said } from '../../src/inference/pair-row.js'
import { readVocabulary } from '../../src/inference/wordpiece.js'
import { indexPassages, type Passages } from '../../src/compare/passages/index.js'
import type { Passage } from '../../src/compare/passages/passage.js'
import { productOf } from '../../bench/case-product.js'
import { affairs, type Quote } from '../../bench/case-truth.js'
import { openReader } from '../../src/workflow/read-document.js'
import { readFileSync } from 'node:fs'
import { CONFLICTS, type Label } from './affairs.js'

/** Of the other documents' sentences, those a sentence shares most with. */
const NEAREST = 8
const names = process.argv[2]?.split(',') ?? []
const root = join(import.meta.dirname, '../..')
const vocabulary = readVocabulary(readFileSync(join(root, 'model/vocab.txt'), 'utf8'))
const CONFLICTING: ReadonlySet<string> = new Set(['contradiction', 'disputed', 'impossible'])
const reader = await openReader()
const product = productOf(reader)

for (const affair of affairs(join(root, 'cases')).filter(({ name }) => names.includes(name))) {
  const read = []
  for (const file of affair.documents) read.push(await product.read(file))
  const { compared } = await product.investigate(read)
  const passages = indexPassages(compared.context)
  const all = passages.all
  const at = (places: readonly Quote[]): Passage[] =>
    all.filter((p) => places.some((place) => holds(p, place)))
  const labels = new Map<string, Label | null>()
  const put = (left: readonly Passage[], right: readonly Passage[], label: Label | null): void => {
    for (const a of left)
      for (const b of right) if (a !== b && !labels.has(key(a, b))) labels.set(key(a, b), label)
  }
  const { findings, arguable, propositions } = affair.truth
  for (const f of findings) {
    const [one, other] = f.sides.map(at)
    if (one && other && CONFLICTING.has(f.kind)) put(one, other, labelOf(f.kind, f.on))
    else if (one && other) put(one, other, null)
    for (const side of [one, other])
      if (side) put(side, side, other && CONFLICTING.has(f.kind) ? 'same' : null)
  }
  for (const { claims } of propositions) put(at(claims), at(claims), 'same')
  for (const f of arguable) for (const a of f.sides) for (const b of f.sides) put(at(a), at(b), null)
  const pairs = new Map<string, readonly [Passage, Passage]>()
  for (const a of all) {
    const near = passages
      .sharing([...a.words, ...a.names])
      .filter((b) => b.document !== a.document)
      .map((b) => ({ b, weight: shared(a, b).reduce((sum, w) => sum + passages.weight(w), 0) }))
      .sort((x, y) => y.weight - x.weight)
    for (const { b } of near.slice(0, NEAREST)) pairs.set(key(a, b), [a, b])
  }
  for (const a of all) for (const b of all) if (a !== b && labels.get(key(a, b))) pairs.set(key(a, b), [a, b])
  for (const [pair, [a, b]] of pairs) {
    const label = labels.has(pair) ? labels.get(pair)! : 'neither'
    if (label === null) continue
    const [x, y] = [saidBy(a, passages), saidBy(b, passages)]
    const rows = [true, false].flatMap((heads) => [
      pairRow(x, y, vocabulary, heads),
      pairRow(y, x, vocabulary, heads),
    ])
    process.stdout.write(`${JSON.stringify({ file: affair.name, a: x.text, b: y.text, label, rows })}\n`)
  }
}
await reader.close()

function holds(p: Passage, { file, quote }: Quote): boolean {
  const flat = (text: string): string => text.replace(/\s+/g, ' ')
  return p.evidence.file === file && flat(p.evidence.text).includes(flat(quote))
}

function key(a: Passage, b: Passage): string {
  const [x, y] = [a, b].map((p) => `${p.document} ${p.sentence}`).sort()
  return `${x}|${y}`
}

function shared(a: Passage, b: Passage): string[] {
  return [...a.words, ...a.names].filter((w) => b.words.includes(w) || b.names.includes(w))
}

function labelOf(kind: string, on: string): Label {
  if (kind === 'impossible') return 'impossible'
  if (on === 'amount') return 'number'
  return (CONFLICTS as readonly string[]).includes(on)
    ? (on as Label)
    : kind === 'disputed'
      ? 'denial'
      : 'whether'
}

/** A sentence with who says it and when. */
function saidBy(p: Passage, { cardOf, context }: Passages): Said {
  const card = cardOf(p)
  const who = [card.publisher ?? card.kind, context.nameOf(p.voice)].filter((part) => part !== '')
  return { text: p.evidence.text, who: who.join(', '), when: card.published ?? '' }
}
