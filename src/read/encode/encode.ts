/** The step that asks the encoder: one pass a window, each word answered for by the window where it stands farthest from an edge. */
import { features } from '../../inference/features.js'
import type { Model } from '../../inference/model.js'
import { windowsOf } from '../../inference/windows.js'
import { wordPieces, type Vocabulary } from '../../inference/wordpiece.js'
import { blockStartsOf } from '../block-starts.js'
import type { Step } from '../step.js'
import { decode, emptyDraft, settled } from './decode.js'
import { forestOf } from './forest.js'
import { formIds, tensorsOf, type EncoderInput } from './inputs.js'
import { labelsOf } from './labels.js'
import { widthOf } from './pass.js'
import { tidyNames } from './tidy-names.js'

/** Passes that may wait for the model at once, which bounds the memory they take. */
const WAITING = 16

export interface Encoder {
  readonly model: Pick<Model, 'manifest' | 'run'>
  readonly vocabulary: Vocabulary
  /** Told the number of words read so far, and of all, after each pass. */
  readonly progress?: (read: number, all: number) => void
}

/** Gives `encoded`. Throws TypeError where the model's manifest lacks labels. */
export function encodeStep({ model, vocabulary, progress }: Encoder): Step<'sentences' | 'words', 'encoded'> {
  const labels = labelsOf(model.manifest)
  return {
    name: 'encode',
    version: 3,
    needs: ['sentences', 'words'],
    gives: ['encoded'],
    async run({ info: { text }, blocks }, { sentences, words }) {
      const forms = words.map((w) => w.text)
      const sentenceStarts = sentences.map((s) => s.first)
      const blockStarts = blockStartsOf(words, blocks)
      const input: EncoderInput = {
        pieces: wordPieces(forms, vocabulary),
        features: features(text, words, sentenceStarts, blockStarts),
        sentence: words.map((w) => w.sentence),
        form: formIds(forms),
      }
      const cut = windowsOf(
        input.pieces.map((p) => p.length),
        sentenceStarts,
        blockStarts,
      )
      const { windows, home } = cut
      const draft = emptyDraft(words.length)
      const forest = forestOf(words, sentences, cut, labels)
      const queue = windows.entries()
      const owned = new Array<number>(windows.length).fill(0)
      for (const window of home) owned[window]!++
      let read = 0
      const inTurn = async (): Promise<void> => {
        for (const [index, window] of queue) {
          // One a pass: in eight bits the scale of a pass is that of all its windows, so that beside others one would be read otherwise.
          const out = await model.run(tensorsOf(input, window, vocabulary))
          const owns = (word: number): boolean => home[word] === index
          const pass = { out, width: widthOf(out), window, index, owns }
          forest.add(pass)
          decode(pass, labels, draft)
          read += owned[index]!
          progress?.(read, words.length)
        }
      }
      await Promise.all(Array.from({ length: WAITING }, inTurn))
      const found = settled(draft)
      const names = tidyNames(found.names, words, forest.syntax)
      return { layers: { encoded: { ...found, names, syntax: forest.syntax } } }
    },
  }
}
