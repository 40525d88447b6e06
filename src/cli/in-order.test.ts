import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inOrder } from './in-order.js'

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

it('keeps the order, whatever takes longest, and never runs ahead of its limit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 })),
      fc.integer({ min: 1, max: 4 }),
      async (delays, limit) => {
        let running = 0
        let most = 0
        const work = async (delay: number): Promise<number> => {
          most = Math.max(most, ++running)
          await wait(delay)
          running--
          return delay
        }
        const results: number[] = []
        for await (const result of inOrder(each(delays), limit, work)) results.push(result)
        expect(results).toEqual(delays)
        expect(most).toBeLessThanOrEqual(limit)
      },
    ),
    { numRuns: 40 },
  )
})
