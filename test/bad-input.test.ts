/** Whatever somebody puts in: no crash, no hang, nothing dropped silently, and every word shown stands in the text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Reading } from '../src/schema/reading.js'
import { openReader, type Reader } from '../src/workflow/read-document.js'
import { breaches, expectVerbatim } from './builders/verbatim.js'

// The longest take some ten seconds on two idle cores.
vi.setConfig({ testTimeout: 60_000 })

let reader: Reader
beforeAll(async () => {
  reader = await openReader({ threads: 2 })
})
afterAll(() => reader.close())

const read = async (content: string | Uint8Array, file = 'in.txt'): Promise<Reading> => {
  const reading = await reader.read(typeof content === 'string' ? Buffer.from(content) : content, file)
  expectVerbatim(reading)
  return reading
}
const codes = (reading: Reading): string[] => reading.problems.map((p) => p.code)

const SENTENCE =
  'Pavel Orsini, the deputy minister, said on 14 March 2024 that Calder Medical had paid 20,000 euros.'

/** The same bytes on every run (a linear congruential generator). */
function noise(size: number): Uint8Array {
  let state = 7
  return Uint8Array.from({ length: size }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >>> 16)
}
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const words = (count: number): string =>
  Array.from({ length: count }, (_, k) => ['the', 'clerk', 'of', 'Harrow', 'Bay', 'saw'][k % 6]).join(' ')

describe('input of which nothing or not all can be read', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'text-empty'],
    ['only newlines', '\n'.repeat(100_000), 'text-empty'],
    ['binary noise', noise(200_000), 'text-binary'],
    ['only zeros', new Uint8Array(100_000), 'text-binary'],
    ['a megabyte of quotation marks', '"'.repeat(1_000_000), 'text-empty'],
    ['a megabyte of opening and closing marks', '“”'.repeat(166_000), 'text-empty'],
    [
      'Latin-1 that says nothing of itself',
      latin1('Zoë Mägerlein of Zürich paid the café in Orléans.'),
      'encoding-guessed',
    ],
    [
      'a page that lies about its encoding',
      latin1(`<!doctype html><meta charset=utf-8><p>Zoë Mägerlein. ${SENTENCE}</p>`),
      'encoding-guessed',
    ],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(`Zoë Märk. ${SENTENCE} `.repeat(40)), Buffer.from([0xc3])]),
      'encoding-damaged',
    ],
    ['a sentence of 50,000 words', `${words(50_000)}.`, 'sentence-long'],
    [
      'halves of pairs',
      Buffer.from(`\uFEFF${SENTENCE.replace(',', ' \uD83D,')} \uDE00 He left.`, 'utf16le'),
      'surrogate-unpaired',
    ],
    ['controls of direction', `\u202E${SENTENCE}\u2066 He left.`, 'bidi-control'],
    ['zeros between words', `${SENTENCE.repeat(60)} He\0 left.`, 'encoding-damaged'],
  ])('$0: says $2', async (_, content, code) => {
    const reading = await read(content)
    const problem = reading.problems.find((p) => p.code === code)
    expect(codes(reading)).toContain(code)
    expect(problem?.message).toMatch(/^[A-Z0-9].*[.]$/)
  })
})

describe('input that is odd but can be read', () => {
  it('reads on after a line of 300 kB without a space', async () => {
    const reading = await read(`${'Abcdefgh'.repeat(37_500)}\n\n${SENTENCE}`)
    expect(reading.mentions.map((m) => m.text)).toContain('Calder Medical')
  })

  it('reads what stands under 10,000 nested tags', async () => {
    const page = `<!doctype html><title>T</title>${'<div>'.repeat(10_000)}<p>${SENTENCE}</p>`
    const reading = await read(page, 'in.html')
    expect(reading.claims.length).toBeGreaterThan(0)
  })

  it('reads what stands in 10,000 nested brackets', async () => {
    const reading = await read(`${'['.repeat(10_000)}${SENTENCE.slice(0, -1)}${']'.repeat(10_000)}.`)
    expect(codes(reading)).toContain('machine-data')
    expect(reading.times.map((t) => t.edtf)).toContain('2024-03-14')
  })

  it('keeps characters of two units whole', async () => {
    const reading = await read(`“𝒫avel 👩‍🚒 Orsini paid 𝟮𝟬 euros 🇫🇷,” said 𠮷野 Lena Voss. `.repeat(5))
    expect(reading.sentences.length).toBeGreaterThan(0)
  })
})

describe('a language that is not read to claims', () => {
  it.each([
    [
      'fr',
      'Lundi, la ministre Hélène Marchetti a déclaré à la presse : « Les respirateurs ne sont jamais arrivés à l’hôpital. » Selon elle, le contrat a été signé le 14/03/2024 avec la société Calder.',
      'Hélène Marchetti',
    ],
    [
      'de',
      'Der Minister Jürgen Hallwachs sagte am Montag: „Die Beatmungsgeräte sind niemals im Krankenhaus angekommen.“ Der Vertrag wurde am 14.03.2024 mit der Firma Calder unterschrieben, wie er weiter erklärte.',
      'Jürgen Hallwachs',
    ],
    [
      'ru',
      'Министр Павел Орсини заявил в понедельник: «Аппараты так и не поступили в больницу города». По его словам, договор был подписан 14.03.2024 с компанией, которую основали тремя неделями раньше.',
      null,
    ],
  ])('%s: says so, and still gives names, times and quotations', async (language, text, name) => {
    const reading = await read(text)
    expect(reading.document.language).toBe(language)
    expect(codes(reading)).toContain('language-unsupported')
    expect(reading.claims).toEqual([])
    expect(reading.attributions.map((a) => a.manner)).toEqual(['direct'])
    expect(reading.times.map((t) => t.edtf)).toContain('2024-03-14')
    if (name) expect(reading.mentions.map((m) => m.text)).toContain(name)
  })
})

describe('a document too long to be read at once', () => {
  const SAMPLE = readFileSync(join(import.meta.dirname, '../cases/sample/article.txt'), 'utf8')

  it('is read in stretches, and says so', async () => {
    const short = await openReader({ stretch: 2_000 })
    try {
      const told: [number, number][] = []
      const text = `${SAMPLE}\n\n`.repeat(4)
      const reading = await short.read(Buffer.from(text), 'long.txt', (done, all) => told.push([done, all]))
      expectVerbatim(reading)
      expect(codes(reading)).toContain('document-long')
      expect(reading.document.text).toBe(text)
      expect(reading.claims.at(-1)!.evidence[0]!.start).toBeGreaterThan(SAMPLE.length * 3)
      expect(reading.entities.filter((e) => e.name === 'Pavel Orsini')).toHaveLength(1)
      expect(told.at(-1)![0]).toBe(told.at(-1)![1])
      expect(told.every(([done, all]) => done <= all)).toBe(true)
    } finally {
      await short.close()
    }
  })
})

describe('what holds of every Reading', () => {
  const sample = readFileSync(join(import.meta.dirname, '../cases/sample/article.txt'))

  it('holds of the sample, which has claims to be wrong about', async () => {
    const reading = await read(sample, 'article.txt')
    expect(reading.claims.length).toBeGreaterThan(5)
    expect(reading.problems).toEqual([])
  })

  it('is noticed when it does not hold', async () => {
    const { claims, mentions, attributions, ...rest } = await read(sample, 'article.txt')
    const broken: Reading = {
      ...rest,
      claims: [{ ...claims[0]!, text: 'never said' }],
      mentions: [
        { ...mentions[0]!, end: 1_000_000 },
        { ...mentions[1]!, text: 'somebody' },
        mentions[2]!,
        mentions[2]!,
        { ...mentions[3]!, entity: 'nobody' },
      ],
      attributions: attributions.map((a) => ({ ...a, within: a.id })),
    }
    expect(breaches(broken).join('\n')).toMatch(
      /is no span.*somebody.*twice.*no entity nobody.*within itself.*is not its evidence/s,
    )
  })
})
