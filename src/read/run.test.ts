import { describe, expect, it } from 'vitest'
import { documentOf } from '../../test/builders/layers.js'
import { distinctWords, fakeModel, VOCABULARY, type Oracle } from '../../test/builders/model.js'
import { expectVerbatim } from '../../test/builders/verbatim.js'
import type { Document } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import type { Reading } from '../schema/reading.js'
import type { Layers } from './layers.js'
import { checkOrder, run } from './run.js'
import type { AnyStep, Step, StepResult } from './step.js'
import { stepsWith } from './steps.js'

/** A step of that name that gives what `does` returns. */
function step<N extends keyof Layers, G extends keyof Layers>(
  name: string,
  needs: readonly N[],
  gives: readonly G[],
  does: (layers: Pick<Layers, N>) => StepResult<G>,
): Step<N, G> {
  return { name, version: 1, needs, gives, run: (_, layers) => does(layers) }
}
const sentences = step('sentences', [], ['sentences'], () => ({
  layers: { sentences: [{ start: 0, end: 2, first: 0, last: 1 }] },
}))
const time = { start: 0, end: 2, text: 'So', edtf: null }
const times = step('times', ['sentences'], ['times'], () => ({ layers: { times: [time] } }))
const failing = step('words', [], ['words'], () => {
  throw new Error('no words')
})

describe('checkOrder', () => {
  it.each<[string, AnyStep[], RegExp | null]>([
    ['what a later step gives', [times, sentences], /times needs sentences/],
    ['what two give', [sentences, sentences], /sentences gives sentences, which another/],
    ['what is in order', [sentences, times], null],
  ])('minds %s', (_, steps, message) =>
    message
      ? expect(() => checkOrder(steps)).toThrow(message)
      : expect(() => checkOrder(steps)).not.toThrow(),
  )

  it.each(['en', 'en-GB', 'und', 'de'])('finds the steps for %s in order', (language) =>
    expect(() =>
      checkOrder(stepsWith({ model: fakeModel(), vocabulary: VOCABULARY }, language)),
    ).not.toThrow(),
  )
})

describe('run', () => {
  const codes = ({ problems }: Reading): string[] => problems.map((p) => p.code)

  it('keeps what other steps found where one fails, and leaves out what needs it', async () => {
    const claims = step('claims', ['words'], ['claims'], () => {
      throw new Error('reached')
    })
    const entities = step('entities', ['claims'], ['entities'], () => {
      throw new Error('reached')
    })
    const reading = await run(documentOf('So'), [sentences, failing, claims, entities, times])
    expect(reading.times).toEqual([time])
    expect(reading.problems).toEqual([problem('step-failed', null, 'words', 'no words')])
  })

  it.each<[string, AnyStep, RegExp]>([
    ['a layer undeclared', { ...sentences, gives: ['words'] }, /gave sentences undeclared/],
    ['not all it declared', { ...sentences, gives: ['sentences', 'words'] }, /did not give words/],
  ])('refuses a step that gives %s', async (_, wrong, message) => {
    const reading = await run(documentOf('So'), [wrong])
    expect(reading.sentences).toEqual([])
    expect(reading.problems[0]!.message).toMatch(message)
  })

  it('shows a step no layer it does not need', async () => {
    let seen: object = {}
    const nosy = step('times', [], ['times'], (layers) => {
      seen = layers
      return { layers: { times: [] } }
    })
    await run(documentOf('So'), [sentences, nosy])
    expect(seen).toEqual({})
  })

  it('puts the problems of the document first', async () => {
    const empty = problem('text-empty', null)
    expect(codes(await run({ ...documentOf(''), problems: [empty] }, [failing]))).toEqual([
      'text-empty',
      'step-failed',
    ])
  })
})

describe('reading with every step', () => {
  const oracle: Oracle = {
    arc: (word, governor) => (governor === word - 1 ? 5 : 0),
    upos: (word) => (word % 5 === 1 ? 'VERB' : 'NOUN'),
    deprel: (word) => (word % 5 === 0 ? 'nsubj' : 'obj'),
    name: (word) => (word % 5 === 0 ? 'B-PER' : 'O'),
    mention: (word) => (word % 5 === 0 ? 'Person' : 'none'),
    stance: (word) => (word % 10 === 1 ? 'asserts' : 'none'),
    role: (anchor, word) => ['B-source', 'B-cue', 'B-content', 'I-content'][word - anchor + 1] ?? 'O',
  }
  async function read(text: string, language = 'en', said: Oracle = oracle): Promise<Reading> {
    const document = documentOf(text)
    const own: Document = {
      ...document,
      info: { ...document.info, language },
      blocks: text === '' ? [] : document.blocks,
    }
    const reading = await run(own, stepsWith({ model: fakeModel(said), vocabulary: VOCABULARY }, language))
    expectVerbatim(reading)
    return reading
  }
  const codes = ({ problems }: Reading): string[] => problems.map((p) => p.code)

  it('gives nothing for no words, without a complaint of its own', async () => {
    for (const text of ['', ' \n\n ']) {
      const { sentences, mentions, attributions, claims, problems } = await read(text)
      expect([sentences, mentions, attributions, claims, problems]).toEqual([[], [], [], [], []])
    }
  })

  it('gives nothing but a reason where the encoder fails', async () => {
    const failing = { ...fakeModel(), run: async () => Promise.reject(new Error('out of memory')) }
    const reading = await run(
      documentOf('It burned in 2014.'),
      stepsWith({ model: failing, vocabulary: VOCABULARY }),
    )
    expect(codes(reading)).toEqual(['step-failed'])
    expect(reading.times).toMatchObject([{ edtf: '2014' }])
    expect([reading.mentions, reading.attributions, reading.claims]).toEqual([[], [], []])
  })

  it('reads a sentence of 20,000 words in pieces', async () => {
    const before = process.cpuUsage()
    const reading = await read(distinctWords(20_000))
    expect(codes(reading)).toEqual(['sentence-long'])
    expect(reading.sentences.length).toBeGreaterThanOrEqual(50)
    expect(reading.mentions.filter((m) => m.form === 'name')).toHaveLength(4_000)
    expect(reading.attributions.length).toBeGreaterThan(1_900)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(60)
  }, 600_000)

  it('gives names, times and quotations in another language, and says why no more', async () => {
    const text = 'w0 w1 am 2014-05-03 „ w4 w5 w6 w7 w8 “ w10'
    const names: Oracle = { ...oracle, name: (word) => (word === 0 ? 'B-PER' : 'O') }
    const reading = await read(text, 'de', names)
    expect(codes(reading)).toEqual(['language-unsupported'])
    expect(reading.mentions.map((m) => [m.text, m.form])).toEqual([['w0', 'name']])
    expect(reading.times).toMatchObject([{ edtf: '2014-05-03' }])
    expect(reading.attributions).toMatchObject([{ source: [], manner: 'direct' }])
    expect(reading.claims).toEqual([])
  })
})
