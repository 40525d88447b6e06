import type { Document } from '../schema/document.js'
import type { Problem } from '../schema/reading.js'
import type { Layers } from './layers.js'

/** What a step gives back: the layers it declared, and what it could not read. */
export interface StepResult<G extends keyof Layers> {
  readonly layers: Pick<Layers, G>
  readonly problems?: readonly Problem[]
}

/**
 * One layer of reading. Pure but for the encoder: the same document and layers give the same result.
 * A step reads only the layers in `needs` and returns exactly those in `gives`; the runner checks both.
 */
export interface Step<N extends keyof Layers = keyof Layers, G extends keyof Layers = keyof Layers> {
  readonly name: string
  readonly version: number
  readonly needs: readonly N[]
  readonly gives: readonly G[]
  run(document: Document, layers: Pick<Layers, N>): StepResult<G> | Promise<StepResult<G>>
}

/** A step whatever it needs and gives; the runner checks both. */
export interface AnyStep {
  readonly name: string
  readonly version: number
  readonly needs: readonly (keyof Layers)[]
  readonly gives: readonly (keyof Layers)[]
  run(document: Document, layers: never): StepResult<never> | Promise<StepResult<never>>
}
