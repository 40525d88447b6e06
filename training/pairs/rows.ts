/**
 * The micro-affairs of `corpus/pairs` as inputs of the network, one pair of sentences a line:
 *   npx tsx training/pairs/rows.ts > rows.jsonl
 * out: {"file", "affair", "a", "b", "label", "rows": [with heads, turned, bare, bare and turned], each {pieces, marks, sides}}
 */
import { readdirSync, readFileSync } from 'node:fs'
import { pairRow, type Said } from '../../src/inference/pair-row.js'
import { readVocabulary } from '../../src/inference/wordpiece.js'
import { parseAffairs } from './affairs.js'

const CORPUS = new URL('../../corpus/pairs/', import.meta.url)
const vocabulary = readVocabulary(readFileSync(new URL('../../model/vocab.txt', import.meta.url), 'utf8'))

for (const file of readdirSync(CORPUS)
  .filter((name) => name.endsWith('.txt'))
  .sort())
  for (const [i, affair] of parseAffairs(readFileSync(new URL(file, CORPUS), 'utf8'), file).entries())
    for (const { a, b, label } of affair.pairs) {
      const row = (x: Said, y: Said, heads: boolean) => pairRow(x, y, vocabulary, heads)
      const rows = [row(a, b, true), row(b, a, true), row(a, b, false), row(b, a, false)]
      process.stdout.write(`${JSON.stringify({ file, affair: i, a: a.text, b: b.text, label, rows })}\n`)
    }
