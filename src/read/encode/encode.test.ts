import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/builders/layers.js'
import { distinctWords, fakeModel, LABELS, VOCABULARY, type Oracle } from '../../../test/builders/model.js'
import type { Encoded, Sentence, Word } from '../layers.js'
import { encodeStep } from './encode.js'

/** `size` words in sentences of these lengths, the last one taking the rest. */
function given(size: number, ...lengths: number[]) {
  const document = documentOf(distinctWords(size))
  const words: Word[] = []
  const sentences: Sentence[] = []
  let at = 0
  for (const { 0: text, index } of document.info.text.matchAll(/\S+/g)) {
    if (at === words.length) {
      const last = Math.min(size, at + (lengths[sentences.length] ?? size))
      sentences.push({ start: 0, end: 0, first: at, last })
      at = last
    }
    words.push({ start: index, end: index + text.length, text, sentence: sentences.length - 1 })
  }
  return { document, layers: { words, sentences } }
}

async function encode(
  { document, layers }: ReturnType<typeof given>,
  oracle: Oracle,
  wait?: (pass: number) => Promise<void>,
): Promise<Encoded> {
  const step = encodeStep({ model: fakeModel(oracle, wait), vocabulary: VOCABULARY })
  return (await step.run(document, layers)).layers.encoded
}

const rootsOf = ({ syntax }: Encoded, { first, last }: Sentence): number =>
  syntax.slice(first, last).filter((s) => s.head === -1).length

describe('encode', () => {
  it('turns scores into layers', async () => {
    const oracle: Oracle = {
      arc: (word, governor) => (governor === [1, -1, 1, 2][word] ? 5 : 0),
      upos: (word) => ['NOUN', 'VERB', 'NOUN', 'PUNCT'][word]!,
      deprel: (word) => ['nsubj', 'root', 'obj', 'root'][word]!,
      name: (word) => ['B-PER', 'O', 'B-ORG', 'I-ORG'][word]!,
      mention: (word) => ['Person', 'none', 'Organization', 'none'][word]!,
      antecedent: (word) => (word === 2 ? 0 : null),
      factuality: (word) => word / 2,
      stance: (word) => (word === 1 ? 'denies' : 'none'),
      role: (_, word) => ['B-source', 'B-cue', 'B-content', 'I-content'][word]!,
      kind: (word) => (word === 0 ? 'role' : 'work'),
      relations: [
        { subject: 0, object: 2, property: 'CEO', logit: 2 },
        { subject: 0, object: 3, property: 'SPOUSE', logit: -1 },
      ],
    }
    expect(await encode(given(4), oracle)).toEqual({
      syntax: [
        { upos: 'NOUN', lemma: 'w0', head: 1, deprel: 'nsubj' },
        { upos: 'VERB', lemma: 'w1', head: -1, deprel: 'root' },
        { upos: 'NOUN', lemma: 'w2', head: 1, deprel: 'obj' },
        // Only the root is called one
        { upos: 'PUNCT', lemma: 'w3', head: 2, deprel: 'dep' },
      ],
      names: [
        { first: 0, last: 1, type: 'Person' },
        { first: 2, last: 4, type: 'Organization' },
      ],
      mentionType: ['Person', null, 'Organization', null],
      attributions: [
        {
          anchor: 1,
          source: [{ first: 0, last: 1 }],
          cue: [{ first: 1, last: 2 }],
          content: [{ first: 2, last: 4 }],
          stance: 'denies',
          kind: 'role',
          score: expect.closeTo(0.995, 2),
        },
      ],
      corefLinks: [{ word: 2, antecedent: 0, score: expect.closeTo(0.9997, 3) }],
      relations: [{ subject: 0, object: 2, property: 'CEO', score: expect.closeTo(0.88, 2) }],
      factuality: [0, 0.5, 1, 1.5],
    })
  })

  it('leaves out an attribution with neither source nor cue', async () => {
    const role = (_: number, word: number): string => (word === 3 ? 'B-content' : 'O')
    const stance = (word: number): string => (word === 2 ? 'asserts' : 'none')
    expect((await encode(given(4), { stance, role })).attributions).toEqual([])
  })

  it('finds the likeliest content where none at all would be likelier', async () => {
    const role = (_: number, word: number): string => ['B-source', 'B-cue', 'O', 'O'][word]!
    const stance = (word: number): string => (word === 1 ? 'asserts' : 'none')
    const { attributions } = await encode(given(4), { stance, role })
    expect(attributions).toHaveLength(1)
    expect(attributions[0]!.content.length).toBeGreaterThan(0)
  })

  it('hears of each word once, from the window where it stands deepest', async () => {
    const stance = (word: number): string => (word % 10 === 1 ? 'asserts' : 'none')
    const role = (anchor: number, word: number): string =>
      word === anchor ? 'B-cue' : word === anchor + 1 ? 'B-content' : 'O'
    const name = (word: number): string => (word % 10 === 0 ? 'B-PER' : 'O')
    const read: [number, number][] = []
    const { document, layers } = given(1000, ...Array.from({ length: 40 }, () => 25))
    const encoder = {
      model: fakeModel({ stance, role, name }),
      vocabulary: VOCABULARY,
      progress: (words: number, all: number) => void read.push([words, all]),
    }
    const { encoded } = (await encodeStep(encoder).run(document, layers)).layers
    expect(encoded.names).toHaveLength(100)
    expect(encoded.attributions.map((a) => a.anchor)).toEqual(
      Array.from({ length: 100 }, (_, i) => 10 * i + 1),
    )
    expect(read.length).toBeGreaterThan(1)
    expect(read.at(-1)).toEqual([1000, 1000])
  })

  it('makes one tree of a sentence longer than any window', async () => {
    const input = given(700, 10, 650)
    const encoded = await encode(input, { arc: (word, governor) => (governor === word - 1 ? 5 : 0) })
    const [, long] = input.layers.sentences as [Sentence, Sentence]
    expect(input.layers.sentences.map((s) => rootsOf(encoded, s))).toEqual([1, 1, 1])
    // But for the root, every word hangs from the one before it, across the borders of windows
    const chained = encoded.syntax
      .slice(long.first + 1, long.last)
      .filter((s, i) => s.head === long.first + i)
    expect(chained.length).toBeGreaterThanOrEqual(long.last - long.first - 2)
  })

  it('keeps the first of two windows that disagree over a name at their border', async () => {
    // Each window makes one long name of all that it sees
    const { names } = await encode(given(600), { name: (word, from) => (word === from ? 'B-PER' : 'I-PER') })
    names.forEach((name, i) => expect(name.first).toBeGreaterThanOrEqual(names[i - 1]?.last ?? 0))
  })

  it('does not depend on which pass comes back first', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
        async (lengths, delays) => {
          const input = given(1200, ...lengths)
          // Windows that see different things say different things
          const noise = (a: number, b: number, c: number): number =>
            Math.abs(Math.sin(a * 7 + b * 13 + c * 29)) * 9
          const oracle: Oracle = {
            arc: noise,
            name: (word, from) => LABELS.names[Math.floor(noise(word, 1, from)) % 3]!,
            antecedent: (word) => (word % 3 === 0 ? word - 2 : null),
            stance: (word) => (word % 7 === 0 ? 'asserts' : 'none'),
            role: (anchor, word) => LABELS.roles[Math.floor(noise(anchor, word, 2)) % 7]!,
          }
          const turns = async (pass: number): Promise<void> => {
            for (let turn = 0; turn < delays[pass % delays.length]!; turn++) await Promise.resolve()
          }
          const [one, other] = [await encode(input, oracle), await encode(input, oracle, turns)]
          expect(other).toEqual(one)
          expect(input.layers.sentences.map((s) => rootsOf(one, s))).toEqual(
            input.layers.sentences.map(() => 1),
          )
        },
      ),
      { numRuns: 2 },
    ),
  )

  it('asks nothing for no words', async () => {
    const never = async (): Promise<void> => Promise.reject(new Error('asked'))
    expect(await encode(given(0), {}, never)).toMatchObject({ syntax: [], names: [], attributions: [] })
  })

  it('refuses a model whose manifest lacks labels or transitions', () => {
    const { manifest, run } = fakeModel()
    const withManifest = (changed: object) => () =>
      encodeStep({ model: { manifest: { ...manifest, ...changed }, run }, vocabulary: VOCABULARY })
    expect(withManifest({ labels: { ...LABELS, kinds: undefined } })).toThrow(/no labels for kinds/)
    expect(withManifest({ crf: undefined })).toThrow(/no transitions/)
    expect(withManifest({ crf: { start: [0], transitions: [[0]] } })).toThrow(/no transitions/)
  })

  it('says what the model did not give', async () => {
    const { manifest } = fakeModel()
    const { document, layers } = given(3)
    const step = encodeStep({ model: { manifest, run: async () => ({}) }, vocabulary: VOCABULARY })
    await expect(step.run(document, layers)).rejects.toThrow('the model gave no upos')
  })
})
