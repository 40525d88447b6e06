/** "Did it happen": Pearson's r with UDS' judgements (White et al. 2016) on EWT dev's predicates, gold words. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Encoder } from '../src/read/encode/encode.js'
import { measureFactuality, pearson } from './factuality-rules.js'
import { encodeGold } from './gold-words.js'
import type { Section } from './report.js'
import { treebank } from './syntax.js'

interface Labelled {
  readonly text: string
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[]
}

export async function factuality(data: string, encoder: Encoder): Promise<Section[]> {
  const path = join(data, 'eval-only/uds-factuality/dev.jsonl')
  const trees = join(data, 'ud-ewt/dev.conllu')
  if (!existsSync(path) || !existsSync(trees)) return []
  const values = new Map<string, readonly number[]>()
  for (const { gold } of treebank(readFileSync(trees, 'utf8'))) {
    const { encoded } = await encodeGold(encoder, gold)
    for (const { first, last } of gold.sentences)
      values.set(
        gold.words
          .slice(first, last)
          .map((w) => w.text)
          .join(' '),
        encoded.factuality.slice(first, last),
      )
  }
  const [labels, ours]: [number[], number[]] = [[], []]
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { text, targets } = JSON.parse(line) as Labelled
    const own = values.get(text)
    if (!own) continue
    for (const { span1, label } of targets) {
      labels.push(label)
      ours.push(own[span1[0]]!)
    }
  }
  const rules = measureFactuality(data)
  return [
    {
      name: `Factuality: UDS dev, ${labels.length} predicates, gold words`,
      rows: [
        { what: 'Pearson r, encoder', value: pearson(labels, ours), reach: 0.7, best: '0.77' },
        ...(rules
          ? [{ what: 'Pearson r, rules on gold trees', value: rules.pearson, reach: null, best: '' }]
          : []),
      ],
    },
  ]
}
