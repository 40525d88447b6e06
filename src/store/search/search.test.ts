import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onBoth } from '../../../test/databases.js'
import { claim, idOf } from '../../../test/builders/readings.js'
import { collected, freshStore } from '../../../test/builders/store.js'
import { passagesOf } from './passages.js'
import { parseQuery } from './query.js'
import { alike } from './spelling.js'
import { wordsOf } from './words.js'

onBoth('search', (database) => {
  const test = freshStore(database)
  const find = (words: string, more = {}) => test.store.search.find(test.caseId, { words, ...more })
  const files = async (words: string, more = {}) =>
    (await find(words, more)).rows.map((hit) => hit.file).toSorted()

  const fill = async () => {
    await test.put('a', {
      text: 'Nikita Orlov met 大臣 in Łódź.\nThe harbour wall stands.',
      names: ['Nikita Orlov'],
      document: { publisher: 'The Quay', published: '2014-05', mediaType: 'text/html', title: 'Wall' },
    })
    await test.put('b', {
      text: 'Щербаков visited the old harbour; O’Brien did not.',
      names: ['Щербаков', 'O’Brien'],
      document: { language: 'ru' },
    })
    await test.put('c', { text: 'Shcherbakov was late.', names: ['Shcherbakov'] })
    await test.put('d', { text: 'Herr Schtscherbakow kam an.', names: ['Schtscherbakow'] })
  }

  it.each<[string, string[]]>([
    ['harbour', ['a', 'b']],
    ['harbour wall', ['a']],
    ['"harbour wall"', ['a']],
    ['"wall harbour"', []],
    ['harbour -wall', ['b']],
    ['late OR wall', ['a', 'c']],
    ['lodz', ['a']],
    ['ŁÓDŹ', ['a']],
    ['大臣', ['a']],
    ['臣大', []],
    ["o'brien", ['b']],
    ['harb*', ['a', 'b']],
    ['harb', []],
    ['shcherbakov', ['c']],
    ['shcherbakov~', ['b', 'c', 'd']],
    ['Щербаков~', ['b', 'c', 'd']],
    ['-late', []],
    ['', []],
    ['"""" OR OR - * ~', []],
    [`a' | b:* <-> !( \\ NEAR(x) words:`, []],
  ])('finds %s', async (words, expected) => {
    await fill()
    expect(await files(words)).toEqual(expected)
    expect((await find(words, {})).total).toBe(expected.length)
  })

  it('filters by what is known of the documents', async () => {
    await fill()
    expect(await files('harbour', { document: idOf('b') })).toEqual(['b'])
    expect(await files('harbour', { publisher: 'The Quay' })).toEqual(['a'])
    expect(await files('harbour', { mediaType: 'text/html' })).toEqual(['a'])
    expect(await files('harbour', { language: 'ru' })).toEqual(['b'])
    expect(await files('harbour', { from: '2014', to: '2014' })).toEqual(['a'])
    expect(await files('harbour', { from: '2015' })).toEqual([])
  })

  it('gives the very characters of the document, and where they stand', async () => {
    const text = `${'One more sentence about nothing at all. '.repeat(60)}\u{1f6a2} The Łódź wall \0 stood. ${'After it, more. '.repeat(80)}`
    await test.put('long', { text })
    const { rows } = await find('lodz wall')
    expect(rows).toHaveLength(1)
    const { snippet, marks, passage } = rows[0]!
    expect(snippet.text).toBe(text.slice(snippet.start, snippet.end))
    expect(snippet.text).toContain('Łódź wall')
    expect(marks.map((m) => text.slice(m.start, m.end))).toEqual(['Łódź', 'wall'])
    expect(marks.every((m) => m.start >= passage.start && m.end <= passage.end)).toBe(true)
  })

  it('gives pages', async () => {
    for (let i = 0; i < 5; i++) await test.put(`${i}`, { text: `wall ${'word '.repeat(i)}` })
    const page = async (offset: number) =>
      test.store.search.find(test.caseId, { words: 'wall' }, { offset, limit: 2 })
    const pages = [await page(0), await page(2), await page(4)]
    expect(pages.map((p) => p.total)).toEqual([5, 5, 5])
    expect(new Set(pages.flatMap((p) => p.rows.map((hit) => hit.file))).size).toBe(5)
  })

  it('never shows anything of another case', async () => {
    const canary = 'Kvasnipor'
    await fill()
    const before = await find('harbour')
    const other = (await test.store.cases.open('Other')).id
    await test.put(
      'secret',
      { text: `${canary} harbour harbour.`, names: [canary], claims: [claim('s', `${canary} paid`)] },
      other,
    )
    for (const words of [canary, `${canary}~`, 'kvasnipar~', 'kvas*', `harbour OR ${canary}`])
      expect(JSON.stringify(await find(words))).not.toContain(canary)
    // Not even by how it ranks what is found
    expect(await find('harbour')).toEqual(before)
    expect((await find('harbour', { document: idOf('secret') })).total).toBe(0)
    expect((await test.store.search.find('0000000000000000', { words: canary })).total).toBe(0)
    expect(await test.store.documents.get(test.caseId, idOf('secret'))).toBeNull()
    const everything = [
      await test.store.documents.list(test.caseId, { like: 'secret' }),
      await test.store.claims.list(test.caseId, { like: canary }),
      await test.store.claims.facets(test.caseId),
      await collected(test.store.claims.all(test.caseId)),
      await test.store.claims.get(test.caseId, `${idOf('secret')}#s`),
    ]
    expect(JSON.stringify(everything)).not.toContain(canary)
  })
})

/** Any UTF-16, half pairs too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

describe('passages', () => {
  it('hold every character that is no white space, in order, none too long', () => {
    const piece = fc.oneof(
      anyText,
      fc.constant('word '.repeat(90)),
      fc.constant('\n'),
      fc.constant('x'.repeat(1500)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const passages = passagesOf(text, [])
        expect(
          passages
            .map((p) => text.slice(p.start, p.end))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''))
        expect(
          passages.every((p, i) => p.end - p.start <= 1200 && p.start >= (passages[i - 1]?.end ?? 0)),
        ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('end after a sentence where a paragraph is long', () => {
    const sentence = 'This sentence is fifty-one characters long, all told. '
    const text = sentence.repeat(40)
    const sentences = Array.from({ length: 40 }, (_, i) => ({ start: i * 54, end: i * 54 + 53 }))
    expect(
      passagesOf(text, sentences)
        .slice(0, -1)
        .every((p) => text[p.end - 1] === '.'),
    ).toBe(true)
  })
})

describe('words', () => {
  it('stand where they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { word, start, end } of wordsOf(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(end).toBeGreaterThan(start)
        }
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Хрущёв', 'хрущев'],
    ['ÇA', 'ca'],
  ])('%s is looked for as %s', (text, word) => expect(wordsOf(text).map((w) => w.word)).toEqual([word]))
})

describe('queries', () => {
  it('are any text', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(parseQuery(typed).all.length).toBeLessThan(40)
      }),
    )
    const began = performance.now()
    parseQuery('"-'.repeat(100_000))
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('spellings', () => {
  it.each([
    ['Khrushchev', 'Хрущёв', true],
    ['Khrushchev', 'Chruschtschow', true],
    ['Tchaikovsky', 'Чайковский', true],
    ['Mohammed', 'Muhammad', true],
    ['Meyer', 'Maier', true],
    ['Orlov', 'Petrov', false],
    ['Kole', 'Voss', false],
    ['Anna', 'Harbour', false],
  ])('%s and %s: %s', (a, b, same) => expect(alike(a, b) >= 0.75).toBe(same))
})
