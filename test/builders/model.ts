/** A model that answers what a test wants, for documents of distinct words ("w0 w1 w2 …"), each of one piece. */
import type { Model, Tensor, Tensors } from '../../src/inference/model.js'
import { readVocabulary } from '../../src/inference/wordpiece.js'
import { STANCES } from '../../src/schema/reading.js'

export const VOCABULARY = readVocabulary('[PAD]\n[UNK]\n[CLS]\n[SEP]')

export const LABELS = {
  upos: ['NOUN', 'VERB', 'PUNCT'],
  deprels: ['root', 'nsubj', 'obj', 'dep'],
  names: ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG'],
  mentions: ['none', 'Person', 'Organization'],
  stances: ['none', ...STANCES],
  kinds: ['named', 'role', 'group', 'work', 'unnamed'],
  roles: ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'],
  properties: ['SPOUSE', 'CEO'],
}

/** What it says of words, counted in the document; `from` is the first word of the window it is asked in. */
export interface Oracle {
  /** Score of a governor, -1 for the root. */
  arc?(word: number, governor: number, from: number): number
  /** A label of the list, by default the first. */
  upos?(word: number): string
  deprel?(word: number): string
  name?(word: number, from: number): string
  mention?(word: number): string
  stance?(word: number): string
  kind?(word: number): string
  role?(anchor: number, word: number): string
  /** The earlier word that it continues. */
  antecedent?(word: number): number | null
  factuality?(word: number): number
  relations?: readonly { subject: number; object: number; property: string; logit: number }[]
}

const SURE = 8
const NEVER = -1e4

/** `wait` is called with the number of each pass before it answers. */
export function fakeModel(
  oracle: Oracle = {},
  wait: (pass: number) => Promise<void> = async () => {},
): Pick<Model, 'manifest' | 'run'> {
  let passes = 0
  const manifest = {
    name: 'fake',
    version: '0',
    files: {},
    labels: LABELS,
    crf: { start: LABELS.roles.map(() => 0), transitions: LABELS.roles.map(() => LABELS.roles.map(() => 0)) },
  }
  return {
    manifest,
    async run(inputs) {
      await wait(passes++)
      return answer(oracle, inputs)
    },
  }
}

function answer(oracle: Oracle, inputs: Tensors): Tensors {
  const form = inputs['form']! as Tensor<BigInt64Array>
  const sentence = inputs['sentence']! as Tensor<BigInt64Array>
  const [b, w] = form.dims as [number, number]
  /** Word of the document; -1 for padding. */
  const word = (row: number, k: number): number => Number(form.data[row * w + k]!) - 1
  const cells = Array.from({ length: b * w }, (_, i) => ({ row: Math.floor(i / w), k: i % w }))
  const scores = (labels: readonly string[], says: (word: number, from: number) => string): Tensor => ({
    dims: [b, w, labels.length],
    data: Float32Array.from(
      cells.flatMap(({ row, k }) => {
        const own = word(row, k) < 0 ? labels[0] : says(word(row, k), word(row, 0))
        return labels.map((l) => (l === own ? SURE : 0))
      }),
    ),
  })
  const classes = (labels: readonly string[], says: (word: number) => string): Tensor => ({
    dims: [b, w],
    data: BigInt64Array.from(cells, ({ row, k }) =>
      BigInt(Math.max(0, word(row, k) < 0 ? 0 : labels.indexOf(says(word(row, k))))),
    ),
  })
  /** [B,W,W+1]; the last column is `none`. */
  const pairs = (says: (row: number, k: number, j: number) => number): Tensor => ({
    dims: [b, w, w + 1],
    data: Float32Array.from(
      cells.flatMap(({ row, k }) => Array.from({ length: w + 1 }, (_, j) => says(row, k, j === w ? -1 : j))),
    ),
  })
  const stance = (k: number): string => oracle.stance?.(k) ?? 'none'
  const anchors = cells.filter(({ row, k }) => word(row, k) >= 0 && stance(word(row, k)) !== 'none')
  const found = cells.flatMap(({ row, k }) =>
    (oracle.relations ?? []).flatMap(({ subject, object, property, logit }) => {
      const other = object - subject + k
      const here = word(row, k) === subject && other >= 0 && other < w && word(row, other) === object
      return here ? [{ at: [row, k, other, LABELS.properties.indexOf(property)], logit }] : []
    }),
  )
  return {
    upos: classes(LABELS.upos, (k) => oracle.upos?.(k) ?? 'NOUN'),
    labels: classes(LABELS.deprels, (k) => oracle.deprel?.(k) ?? 'dep'),
    arcs: pairs((row, k, j) => {
      const own = sentence.data[row * w + k]!
      if (word(row, k) < 0 || k === j || (j >= 0 && sentence.data[row * w + j] !== own)) return NEVER
      return oracle.arc?.(word(row, k), j < 0 ? -1 : word(row, j), word(row, 0)) ?? 0
    }),
    names: scores(LABELS.names, (k, from) => oracle.name?.(k, from) ?? 'O'),
    mentions: scores(LABELS.mentions, (k) => oracle.mention?.(k) ?? 'none'),
    coref: pairs((row, k, j) => {
      const earlier = word(row, k) < 0 ? null : (oracle.antecedent?.(word(row, k)) ?? null)
      if (j < 0) return earlier === null ? SURE : 0
      return earlier !== null && word(row, j) === earlier ? SURE : NEVER
    }),
    factuality: {
      dims: [b, w],
      data: Float32Array.from(cells, ({ row, k }) => oracle.factuality?.(word(row, k)) ?? 0),
    },
    stance: scores(LABELS.stances, stance),
    kind: scores(LABELS.kinds, (k) => oracle.kind?.(k) ?? 'named'),
    anchors: {
      dims: [anchors.length, 2],
      data: BigInt64Array.from(anchors.flatMap(({ row, k }) => [BigInt(row), BigInt(k)])),
    },
    roles: {
      dims: [anchors.length, w, LABELS.roles.length],
      data: Float32Array.from(
        anchors.flatMap(({ row, k }) =>
          Array.from({ length: w }, (_, j) => {
            const own = word(row, j) < 0 ? 'O' : (oracle.role?.(word(row, k), word(row, j)) ?? 'O')
            return LABELS.roles.map((l) => (l === own ? SURE : 0))
          }).flat(),
        ),
      ),
    },
    pairs: {
      dims: [found.length, 4],
      data: BigInt64Array.from(found.flatMap(({ at }) => at.map(BigInt))),
    },
    relations: { dims: [found.length], data: Float32Array.from(found, ({ logit }) => logit) },
  }
}

/** A text of `size` distinct words, a full stop after each `sentence` of them, which counts as a word. */
export const distinctWords = (size: number): string =>
  Array.from({ length: size }, (_, k) => `w${k}`).join(' ')
