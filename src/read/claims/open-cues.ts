/** "If he believes that …", "Does she deny having read it?", "he may have said that …": whether anybody says so is itself open. */
import type { Certainty } from '../../schema/reading.js'
import { factualityOf } from '../factuality/factuality.js'
import type { Tree } from '../propositions/tree.js'
import type { Ascriptions } from './ascriptions.js'
import { certaintyOf } from './certainty.js'

/** Of a condition or a question; an infinitive of purpose ("called to say that") is firmer. */
const OPEN = 0.3
const MODAL = /^(?:may|might|should|ought)$/

/** The head word of the cue of each attribution, -1 where it has none in the text. */
export function cueHeads({ cue }: Ascriptions, tree: Tree, count: number): Int32Array {
  const heads = new Int32Array(count).fill(-1)
  cue.forEach((attribution, word) => {
    if (attribution < 0 || !/^(?:VERB|AUX)$/.test(tree.upos[word]!)) return
    const known = heads[attribution]!
    if (known < 0 || tree.depth[word]! < tree.depth[known]!) heads[attribution] = word
  })
  return heads
}

/** How far it is sure that what the cue at `word` says is said at all: 'certain' unless a condition, question or modal opens it. */
export function certaintyOfCue(tree: Tree, word: number, isTop: (word: number) => boolean): Certainty {
  if (word < 0) return 'certain'
  const { value, hedges } = factualityOf(tree, word, isTop)
  if (Math.abs(value) <= OPEN) return 'unknown'
  return hedges.some((h) => tree.head[h] === word && MODAL.test(tree.form[h]!))
    ? certaintyOf(value)
    : 'certain'
}
