import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bioTransitions, rangesOf, viterbi, viterbiHolding, type Transitions } from './viterbi.js'

const TAGS = ['O', 'B-x', 'I-x', 'B-y', 'I-y']

/** Score of a sequence of tags, and the best of all. */
const scoreOf = (
  tags: readonly number[],
  emissions: readonly number[],
  { start, transitions }: Transitions,
): number =>
  tags.reduce(
    (sum, tag, k) =>
      sum + emissions[k * start.length + tag]! + (k === 0 ? start[tag]! : transitions[tags[k - 1]!]![tag]!),
    0,
  )
function bestScore(length: number, emissions: readonly number[], crf: Transitions): number {
  const n = crf.start.length
  let best = -Infinity
  for (let code = 0; code < n ** length; code++) {
    const tags = Array.from({ length }, (_, k) => Math.floor(code / n ** k) % n)
    best = Math.max(best, scoreOf(tags, emissions, crf))
  }
  return best
}

const small = fc.integer({ min: -9, max: 9 })
const list = <T>(of: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc.array(of, { minLength: length, maxLength: length })

describe('viterbi', () => {
  it('finds as good a sequence as trying them all', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }).chain((n) =>
          fc.integer({ min: 1, max: 6 }).chain((length) =>
            fc.record({
              length: fc.constant(length),
              emissions: list(small, length * n),
              start: list(small, n),
              transitions: list(list(small, n), n),
            }),
          ),
        ),
        ({ length, emissions, start, transitions }) => {
          // What stands before the offset is another window's
          const tags = viterbi(Float32Array.from([99, 99, ...emissions]), 2, length, { start, transitions })
          expect(scoreOf(tags, emissions, { start, transitions })).toBe(
            bestScore(length, emissions, { start, transitions }),
          )
        },
      ),
    ))

  it('never begins a range with I, nor turns it into another', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }).chain((length) => list(small, length * TAGS.length)),
        (emissions) => {
          const tags = viterbi(
            Float32Array.from(emissions),
            0,
            emissions.length / TAGS.length,
            bioTransitions(TAGS),
          ).map((t) => TAGS[t]!)
          tags.forEach((tag, k) => {
            if (tag.startsWith('I-')) expect(tags[k - 1]?.slice(2)).toBe(tag.slice(2))
          })
        },
      ),
    ))

  it('gives nothing for no words', () =>
    expect(viterbi(new Float32Array(0), 0, 0, bioTransitions(TAGS))).toEqual([]))
})

describe('rangesOf', () => {
  it.each<[string, string[]]>([
    ['O O', []],
    ['B-x I-x O', ['x 10-12']],
    ['B-x B-x', ['x 10-11', 'x 11-12']],
    ['B-x I-y', ['x 10-11', 'y 11-12']],
    ['I-x I-x', ['x 10-12']],
    ['B-x O I-x', ['x 10-11', 'x 12-13']],
  ])('%s', (tags, expected) =>
    expect(
      rangesOf(
        tags.split(' ').map((t) => TAGS.indexOf(t)),
        TAGS,
        10,
      ).map((r) => `${r.label} ${r.first}-${r.last}`),
    ).toEqual(expected),
  )
})

describe('viterbiHolding', () => {
  const crf = bioTransitions(['O', 'B-x', 'I-x'])

  it('gives the best sequence that holds a wanted tag where the best of all holds none', () => {
    // Nothing is likeliest everywhere; of the wanted tag the second word is the least unlikely
    const emissions = Float32Array.from([5, 0, 0, 5, 3, 0, 5, 1, 2])
    expect(viterbi(emissions, 0, 3, crf)).toEqual([0, 0, 0])
    expect(viterbiHolding(emissions, 0, 3, crf, new Set([1, 2]))).toEqual([0, 1, 0])
  })
  it('is the best of all where that holds one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.infiniteStream(small), (length, stream) => {
        const emissions = Float32Array.from({ length: 3 * length }, () => stream.next().value!)
        const best = viterbi(emissions, 0, length, crf)
        const held = viterbiHolding(emissions, 0, length, crf, new Set([1, 2]))
        expect(held.some((t) => t > 0)).toBe(true)
        const score = (tags: number[]): number => scoreOf(tags, [...emissions], crf)
        if (best.some((t) => t > 0)) expect(score(held)).toBeCloseTo(score(best), 3)
      }),
    ))
})
