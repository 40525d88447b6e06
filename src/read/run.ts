/** Runs the steps over one document. */
import type { Document } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import type { Problem, Reading } from '../schema/reading.js'
import type { Layers } from './layers.js'
import type { AnyStep } from './step.js'

const EMPTY: Layers = {
  sentences: [],
  words: [],
  encoded: {
    syntax: [],
    names: [],
    mentionType: [],
    attributions: [],
    corefLinks: [],
    relations: [],
    factuality: [],
  },
  times: [],
  quantities: [],
  mentions: [],
  entities: [],
  attributions: [],
  sourceKinds: {},
  claims: [],
}

/**
 * Throws TypeError where a step needs a layer that none before it gives, or two give one layer.
 */
export function checkOrder(steps: readonly AnyStep[]): void {
  const given = new Set<keyof Layers>()
  for (const step of steps) {
    for (const layer of step.needs)
      if (!given.has(layer))
        throw new TypeError(`step ${step.name} needs ${layer}, which no step before it gives`)
    for (const layer of step.gives) {
      if (given.has(layer))
        throw new TypeError(`step ${step.name} gives ${layer}, which another step gives too`)
      given.add(layer)
    }
  }
}

/**
 * The Reading of a document. A step that throws leaves its layers empty, becomes a problem, and the steps that need
 * what it would have given are left out, so that everything else is kept.
 */
export async function run(document: Document, steps: readonly AnyStep[]): Promise<Reading> {
  let layers: Layers = EMPTY
  const problems: Problem[] = [...document.problems]
  const missing = new Set<keyof Layers>()
  for (const step of steps) {
    if (step.needs.some((layer) => missing.has(layer))) {
      for (const layer of step.gives) missing.add(layer)
      continue
    }
    try {
      const needed = Object.fromEntries(step.needs.map((layer) => [layer, layers[layer]]))
      const result = await step.run(document, needed as never)
      const given = result.layers as Partial<Layers>
      for (const layer of Object.keys(given) as (keyof Layers)[])
        if (!step.gives.includes(layer)) throw new TypeError(`it gave ${layer} undeclared`)
      for (const layer of step.gives) if (!(layer in given)) throw new TypeError(`it did not give ${layer}`)
      layers = { ...layers, ...given }
      problems.push(...(result.problems ?? []))
    } catch (error) {
      for (const layer of step.gives) missing.add(layer)
      problems.push(
        problem('step-failed', null, step.name, error instanceof Error ? error.message : String(error)),
      )
    }
  }
  const { sentences, mentions, entities, times, quantities, attributions, claims } = layers
  return {
    whence: 1,
    document: document.info,
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    mentions,
    entities,
    times,
    quantities,
    attributions,
    claims,
    findings: [],
    problems,
  }
}
