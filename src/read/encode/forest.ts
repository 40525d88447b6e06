/** Dependency trees from the arcs of windows that come back in any order. */
import type { Windows } from '../../inference/windows.js'
import type { Sentence, Syntax, Word } from '../layers.js'
import type { Labels } from './labels.js'
import { lemmaOf } from './lemma.js'
import { indicesOf, scoresOf, type Pass } from './pass.js'
import { treeOf } from './tree.js'

export interface Forest {
  /** Takes what a window says; a sentence is parsed once all its words have been answered for. */
  add(pass: Pass): void
  /** An entry a word, filled as sentences are parsed. */
  readonly syntax: Syntax[]
}

/** What the window that answers for a word says of it. */
interface Row {
  readonly upos: string
  readonly deprel: string
  /** Scores of the window's words as governors, the first of which is `first`. */
  readonly arcs: Float32Array
  readonly first: number
  readonly asRoot: number
}

// As the model itself scores what cannot govern
const OUT_OF_SIGHT = -1e4

/** A forest without trees yet. Each sentence gets one tree, one longer than any window from several windows' scores. */
export function forestOf(
  words: readonly Word[],
  sentences: readonly Sentence[],
  windows: Windows,
  labels: Labels,
): Forest {
  const answers = answering(sentences, windows)
  const missing = sentences.map((s) => s.last - s.first)
  const rows = new Array<Row | undefined>(words.length)
  const syntax = new Array<Syntax>(words.length)

  const plant = ({ first, last }: Sentence): void => {
    const heads = treeOf(last - first, (word, governor) => {
      const row = rows[first + word]!
      return governor < 0 ? row.asRoot : (row.arcs[first + governor - row.first] ?? OUT_OF_SIGHT)
    })
    heads.forEach((head, i) => {
      const { upos, deprel } = rows[first + i]!
      syntax[first + i] = {
        upos,
        lemma: lemmaOf(words[first + i]!.text, upos),
        head: head < 0 ? -1 : first + head,
        deprel: head < 0 ? 'root' : deprel === 'root' ? 'dep' : deprel,
      }
    })
    rows.fill(undefined, first, last)
  }
  const add = ({ out, width, window: { first, last }, index }: Pass): void => {
    const [upos, deprels, arcs] = [indicesOf(out, 'upos'), indicesOf(out, 'labels'), scoresOf(out, 'arcs')]
    for (let k = first; k < last; k++) {
      if (answers[k] !== index) continue
      const at = k - first
      // The root is the last of the columns
      const line = at * (width + 1)
      rows[k] = {
        upos: labels.upos[Number(upos[at]!)]!,
        deprel: labels.deprels[Number(deprels[at]!)]!,
        arcs: arcs.slice(line, line + last - first),
        first,
        asRoot: arcs[line + width]!,
      }
      const sentence = words[k]!.sentence
      if (--missing[sentence]! === 0) plant(sentences[sentence]!)
    }
  }
  return { syntax, add }
}

/** For each word the window that answers for its syntax: the one that holds its whole sentence, or else its home. */
function answering(sentences: readonly Sentence[], { windows, home }: Windows): number[] {
  const out = [...home]
  for (const { first, last } of sentences) {
    const middle = home[(first + last - 1) >> 1]!
    const window = windows[middle]!
    if (window.first <= first && window.last >= last) out.fill(middle, first, last)
  }
  return out
}
