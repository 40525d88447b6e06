/** Whether two sentences say the same, cannot both hold, or neither, as a network judges that was taught on micro-affairs. */
import { int64Rows, type Model } from './model.js'
import { readListed } from './manifest.js'
import { COPIES, createPool } from './pool.js'
import { pairRow, type PairRow, type Said } from './pair-row.js'
export type { Said }
import { readVocabulary, type Vocabulary } from './wordpiece.js'

/** Pairs whose rows are in memory at once. */
const AT_ONCE = 512

/** Chances, 0..1; `same` and `differ` and neither of them sum up to 1, and so do the kinds. */
export interface Related {
  readonly same: number
  readonly differ: number
  /** What they differ on, if they do: 'number', 'date', 'place', 'person', 'cause', 'whether', 'denial', 'retraction', 'impossible'. */
  readonly kinds: Readonly<Record<string, number>>
}

export interface Relate {
  /** One answer a pair, in order. The order within a pair does not matter. */
  relate(pairs: readonly (readonly [Said, Said])[]): Promise<readonly Related[]>
  close(): Promise<void>
}

/**
 * The network of a folder; nothing is loaded before the first pair comes.
 * `relate` rejects with WhenceError 'model-missing' or 'model-damaged'.
 */
export function openRelate(folder: string): Relate {
  let opened: Promise<{ model: Model; vocabulary: Vocabulary; kinds: readonly string[] }> | null = null
  const open = () => (opened ??= load(folder))
  return {
    async relate(pairs) {
      if (pairs.length === 0) return []
      const { model, vocabulary, kinds } = await open()
      const out: Related[] = []
      for (let from = 0; from < pairs.length; from += AT_ONCE) {
        const part = pairs.slice(from, from + AT_ONCE)
        // One order for both: a turned pair is the same pair.
        const rows = part.map(([a, b]) =>
          a.text <= b.text ? pairRow(a, b, vocabulary) : pairRow(b, a, vocabulary),
        )
        out.push(...(await answers(rows, model, kinds)))
      }
      return out
    },
    async close() {
      if (opened) await (await opened).model.close()
    },
  }
}

async function load(folder: string) {
  const model = await createPool(folder, { file: 'pairs.onnx', size: COPIES })
  const vocabulary = readVocabulary((await readListed(folder, model.manifest, 'vocab.txt')).toString('utf8'))
  return { model, vocabulary, kinds: model.manifest.labels['kinds'] ?? [] }
}

async function answers(
  rows: readonly PairRow[],
  model: Model,
  kinds: readonly string[],
): Promise<readonly Related[]> {
  // One a pass: in eight bits the scale of a pass is that of all its rows, so that beside others a pair would be answered otherwise.
  return Promise.all(
    rows.map(async (row) => {
      const of = (key: keyof PairRow) => int64Rows([row[key]])
      const result = await model.run({ pieces: of('pieces'), marks: of('marks'), sides: of('sides') })
      const [, same, differ] = softmax(result['relation']!.data as Float32Array)
      const chances = softmax(result['kind']!.data as Float32Array)
      const named = Object.fromEntries(kinds.map((name, k) => [name, chances[k]!]))
      return { same: same!, differ: differ!, kinds: named }
    }),
  )
}

function softmax(logits: Float32Array): number[] {
  const top = Math.max(...logits)
  const powers = [...logits].map((x) => Math.exp(x - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((x) => x / sum)
}
