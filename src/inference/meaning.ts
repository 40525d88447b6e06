/** Sentences as vectors of length 1, near one another where they mean the same (Reimers and Gurevych, Sentence-BERT, 2019). */
import { int64Rows, type Model } from './model.js'
import { readListed } from './manifest.js'
import { COPIES, createPool } from './pool.js'
import { basicTokens, readVocabulary, wordPieces, type Vocabulary } from './wordpiece.js'

/** Pieces of one sentence, [CLS] and [SEP] counted; the rest is cut. */
const LONGEST = 128
/** Texts whose pieces are in memory at once. */
const AT_ONCE = 512

export interface Meaning {
  /** One vector a text, in order; equal texts are computed once. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  close(): Promise<void>
}

/**
 * The sentence encoder of a folder; nothing is loaded before the first text comes.
 * `embed` rejects with WhenceError 'model-missing' or 'model-damaged'.
 */
export function openMeaning(folder: string): Meaning {
  let opened: Promise<{ model: Model; vocabulary: Vocabulary }> | null = null
  const open = () => (opened ??= load(folder))
  return {
    async embed(texts) {
      if (texts.length === 0) return []
      const { model, vocabulary } = await open()
      const vectors = new Map<string, Float32Array>()
      const distinct = [...new Set(texts)]
      for (let from = 0; from < distinct.length; from += AT_ONCE)
        await Promise.all(
          distinct.slice(from, from + AT_ONCE).map(async (text) => {
            // One a pass: in eight bits the scale of a pass is that of all its texts, so that beside others one would lie elsewhere.
            const { vector } = await model.run({ pieces: int64Rows([rowOf(text, vocabulary)]) })
            vectors.set(text, vector!.data as Float32Array)
          }),
        )
      return texts.map((text) => vectors.get(text)!)
    },
    async close() {
      if (opened) await (await opened).model.close()
    },
  }
}

async function load(folder: string): Promise<{ model: Model; vocabulary: Vocabulary }> {
  const model = await createPool(folder, { file: 'meaning.onnx', size: COPIES })
  const vocabulary = readVocabulary((await readListed(folder, model.manifest, 'vocab.txt')).toString('utf8'))
  return { model, vocabulary }
}

function rowOf(text: string, vocabulary: Vocabulary): number[] {
  const pieces = wordPieces(basicTokens(text.slice(0, 2000)), vocabulary)
    .flat()
    .slice(0, LONGEST - 2)
  return [vocabulary.start, ...pieces, vocabulary.end]
}

/** Of vectors of length 1: the cosine of their angle, -1..1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
