/** The step that asks the encoder: one pass a window, each word answered for by the window where it stands farthest from an edge. */
import { features } from '../../inference/features.js'
import type { Model } from '../../inference/model.js'
import { batchesOf, windowsOf } from '../../inference/windows.js'
import { wordPieces, type Vocabulary } from '../../inference/wordpiece.js'
import type { Document } from '../../schema/document.js'
import type { Encoded, Sentence, Word } from '../layers.js'
import type { Step } from '../step.js'
import { decodeWindow, type Draft, type Labels } from './decode.js'
import { formIds, tensorsOf, type EncoderInput } from './inputs.js'
import { distinct } from './raw-attributions.js'
import type { Transitions } from './viterbi.js'

/** Pieces in one pass: more gains nothing on a CPU and costs memory. */
const BUDGET = 1024

export interface Encoder {
  readonly model: Model
  readonly vocabulary: Vocabulary
  /** Told the number of words read so far, and of all, after each pass. */
  readonly progress?: (read: number, all: number) => void
}

/** The labels as the manifest lists them. Throws TypeError where a list is missing. */
export function labelsOf(manifest: Model['manifest']): Labels {
  const list = (name: string): readonly string[] => {
    const labels = manifest.labels[name]
    if (!labels) throw new TypeError(`the model's manifest has no labels for ${name}`)
    return labels
  }
  const { crf } = manifest as unknown as { crf: Transitions }
  return {
    upos: list('upos'),
    deprels: list('deprels'),
    names: list('names'),
    mentions: list('mentions'),
    kinds: list('kinds') as Labels['kinds'],
    roles: list('roles'),
    properties: list('properties'),
    crf,
  }
}

/** Gives `encoded`. */
export function encodeStep({ model, vocabulary, progress }: Encoder): Step<'sentences' | 'words', 'encoded'> {
  const labels = labelsOf(model.manifest)
  return {
    name: 'encode',
    version: 1,
    needs: ['sentences', 'words'],
    gives: ['encoded'],
    async run(document, { sentences, words }) {
      const input = inputOf(document, sentences, words, vocabulary)
      const starts = indices(input.features.sentStart)
      const { windows, home } = windowsOf(
        input.pieces.map((p) => p.length),
        starts,
        indices(input.features.blockStart),
      )
      const draft: Draft = {
        syntax: new Array(words.length),
        names: [],
        mentionType: new Array(words.length).fill(null),
        attributions: [],
        corefLinks: [],
        relations: [],
        factuality: new Array(words.length).fill(0),
      }
      const lengths = windows.map((w) => w.last - w.first)
      let read = 0
      await Promise.all(
        batchesOf(lengths, BUDGET).map(async (batch) => {
          const part = batch.map((i) => windows[i]!)
          const out = await model.run(tensorsOf(input, part, vocabulary))
          batch.forEach((index, row) => {
            decodeWindow(out, row, windows[index]!, (word) => home[word] === index, words, sentences, labels, draft)
            read += home.length === 0 ? 0 : lengths[index]!
          })
          progress?.(Math.min(read, words.length), words.length)
        }),
      )
      return { layers: { encoded: settled(draft) } }
    },
  }
}

function inputOf(
  { info: { text }, blocks }: Document,
  sentences: readonly Sentence[],
  words: readonly Word[],
  vocabulary: Vocabulary,
): EncoderInput {
  const forms = words.map((w) => w.text)
  const blockStarts: number[] = []
  let block = 0
  words.forEach((word, k) => {
    let began = k === 0
    while (block < blocks.length && word.start >= blocks[block]!.end) {
      block++
      began = true
    }
    if (began) blockStarts.push(k)
  })
  return {
    pieces: wordPieces(forms, vocabulary),
    features: features(text, words, sentences.map((s) => s.first), blockStarts),
    sentence: words.map((w) => w.sentence),
    form: formIds(forms),
  }
}

const indices = (flags: readonly number[]): number[] => flags.flatMap((flag, k) => (flag ? [k] : []))

/** Order independent of which pass came back first. */
function settled(draft: Draft): Encoded {
  return {
    ...draft,
    names: draft.names.sort((a, b) => a.first - b.first),
    attributions: distinct(draft.attributions),
    corefLinks: draft.corefLinks.sort((a, b) => a.word - b.word),
    relations: draft.relations.sort((a, b) => a.subject - b.subject || a.object - b.object || (a.property < b.property ? -1 : 1)),
  }
}
