import type { Layers, Word } from '../layers.js'
import { clauseKinds } from './clauses.js'
import type { Context } from './context.js'
import { layMarks, type Marks } from './marks.js'
import { buildTree } from './tree.js'

/** A document as claims are read from it: words, trees, clauses and the marks that other steps left at the words. */
export interface Scene extends Context {
  readonly words: readonly Word[]
  readonly marks: Marks
}

/** Builds the scene. */
export function sceneOf(
  layers: Pick<Layers, 'words' | 'encoded' | 'mentions' | 'times' | 'quantities'>,
): Scene {
  const tree = buildTree(layers.words, layers.encoded.syntax)
  return { words: layers.words, tree, kinds: clauseKinds(tree), marks: layMarks(layers, tree) }
}
