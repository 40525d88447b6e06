import { expect, it } from 'vitest'
import { onBoth } from '../../test/databases.js'
import { claim, derived, idOf, newDocument } from '../../test/builders/readings.js'
import { at, freshStore, NOW } from '../../test/builders/store.js'
import { problem } from '../schema/errors.js'

const BROKEN = problem('text-empty', null)

onBoth('documents', (database) => {
  const test = freshStore(database)
  const documents = () => test.store.documents
  const add = (...files: string[]) =>
    documents().add(
      test.caseId,
      files.map((f) => newDocument(f)),
    )
  const take = (worker = 'a', now = NOW, until = at(60)) => documents().take(test.caseId, worker, now, until)
  const finish = (file: string, worker = 'a') =>
    documents().finish(test.caseId, idOf(file), worker, derived(file), [])
  const state = async (file: string) => (await documents().get(test.caseId, idOf(file)))?.state

  it('adds each once, and tells which are new', async () => {
    expect(await add('a.txt', 'b.txt', 'a.txt')).toEqual([idOf('a.txt'), idOf('b.txt')])
    expect(await add('b.txt', 'c.txt')).toEqual([idOf('c.txt')])
    expect((await documents().list(test.caseId)).rows.map((d) => d.file)).toEqual(['a.txt', 'b.txt', 'c.txt'])
  })

  it('keeps what was said of a document when it was added', async () => {
    const headers = [{ name: 'Date', value: 'today' }]
    await documents().add(test.caseId, [
      newDocument('x\0y.txt', { parent: idOf('z.zip'), bytes: 7, headers }),
    ])
    expect(await documents().get(test.caseId, idOf('x\0y.txt'))).toMatchObject({
      file: 'x\ufffdy.txt',
      parent: idOf('z.zip'),
      bytes: 7,
      headers,
      state: 'waiting',
      addedBy: 'ida',
      claims: 0,
    })
  })

  it('gives documents to workers in order, each to one', async () => {
    await add('a.txt', 'b.txt')
    expect((await take('a'))?.file).toBe('a.txt')
    expect((await take('b'))?.file).toBe('b.txt')
    expect(await take('c')).toBeNull()
    expect(await documents().holders()).toEqual(['a', 'b'])
  })

  it('gives each of many documents to exactly one of many workers at once', async () => {
    const files = Array.from({ length: 40 }, (_, i) => `${i}.txt`)
    await add(...files)
    const taken: string[] = []
    await Promise.all(
      Array.from({ length: 8 }, async (_, i) => {
        for (;;) {
          const next = await take(`w${i}`)
          if (!next) return
          taken.push(next.file)
        }
      }),
    )
    // On PostgreSQL a worker may find nothing while the last ones are just being taken
    for (let next = await take('last'); next; next = await take('last')) taken.push(next.file)
    expect(taken.toSorted()).toEqual(files.toSorted())
  })

  it('takes from any case where none is named, and none from a paused one', async () => {
    const other = (await test.store.cases.open('Other')).id
    await documents().add(other, [newDocument('o.txt')])
    expect((await documents().take(null, 'a', NOW, at(60)))?.case).toBe(other)
    await add('a.txt')
    await test.store.cases.pause(test.caseId, true)
    expect(await take()).toBeNull()
    expect(await documents().take(null, 'a', NOW, at(60))).toBeNull()
    await test.store.cases.pause(test.caseId, false)
    expect((await take())?.file).toBe('a.txt')
  })

  it('gives a document away once its lease has run out, and drops the work of who had it', async () => {
    await add('a.txt')
    await take('a')
    expect(await take('b', at(30))).toBeNull()
    expect((await take('b', at(61), at(121)))?.attempts).toBe(2)
    expect(await documents().extend(test.caseId, idOf('a.txt'), 'a', at(180))).toBe(false)
    expect(await finish('a.txt', 'a')).toBe(false)
    expect((await documents().derived(test.caseId, idOf('a.txt'))) === null).toBe(true)
    expect(await finish('a.txt', 'b')).toBe(true)
    expect(await finish('a.txt', 'b')).toBe(false)
  })

  it('keeps an extended lease', async () => {
    await add('a.txt')
    await take('a')
    expect(await documents().extend(test.caseId, idOf('a.txt'), 'a', at(100))).toBe(true)
    expect(await take('b', at(90))).toBeNull()
    expect(await take('b', at(101))).not.toBeNull()
  })

  it('neither loses nor doubles work when the clock is set back', async () => {
    await add('a.txt')
    // The clock runs a year ahead when the lease is given, and then the worker dies
    const year = 365 * 24 * 3600
    await take('a', at(year), at(year + 60))
    expect((await take('b', NOW))?.file).toBe('a.txt')
    expect(await finish('a.txt', 'a')).toBe(false)
    expect(await finish('a.txt', 'b')).toBe(true)
    // A living worker's next sign of life makes its lease believed again
    await add('b.txt')
    await take('a', at(year), at(year + 60))
    expect(await documents().extend(test.caseId, idOf('b.txt'), 'a', at(60))).toBe(true)
    expect(await take('c', at(1))).toBeNull()
  })

  it('believes a lease given by a machine whose clock is a little ahead', async () => {
    await add('a.txt')
    await take('a', at(20), at(80))
    expect(await take('b', NOW)).toBeNull()
  })

  it('waits for the next try, but not for one that only a wrong clock can have set', async () => {
    await add('a.txt')
    await take()
    expect(await documents().fail(test.caseId, idOf('a.txt'), 'a', BROKEN, at(300))).toBe(true)
    expect(await take('b', at(299))).toBeNull()
    expect((await take('b', at(300), at(360)))?.reason).toEqual(BROKEN)
    await documents().fail(test.caseId, idOf('a.txt'), 'b', BROKEN, at(365 * 24 * 3600))
    expect(await take('c', NOW)).not.toBeNull()
  })

  it('finishes with everything derived and the children, in one', async () => {
    await add('a.zip')
    await take()
    const found = derived('a.zip', { text: 'One two three.', claims: [claim('c1', 'One two')] })
    const children = [newDocument('a.zip/1.txt', { parent: idOf('a.zip') })]
    expect(await documents().finish(test.caseId, idOf('a.zip'), 'a', found, children)).toBe(true)
    expect(await documents().derived(test.caseId, idOf('a.zip'))).toEqual(found)
    expect(await documents().get(test.caseId, idOf('a.zip'))).toMatchObject({
      state: 'done',
      words: 3,
      claims: 1,
      mediaType: 'text/plain',
      madeBy: 'v1',
    })
    expect((await take('b'))?.file).toBe('a.zip/1.txt')
    expect(await documents().descendants(test.caseId, idOf('a.zip'))).toEqual({ documents: 1, bytes: 100 })
  })

  it('keeps any character of a text', async () => {
    const text = 'nul \0 half \ud800 astral \u{1f6a2} rlo \u202e end'
    const found = await test.put('odd.txt', { text, claims: [claim('c', text)], document: { title: text } })
    expect(await documents().derived(test.caseId, idOf('odd.txt'))).toEqual(found)
    expect((await test.store.claims.list(test.caseId)).rows[0]?.claim.text).toBe(text)
  })

  it('keeps failed ones as a list of the dead until they are tried again', async () => {
    await add('a.txt', 'b.txt')
    await take()
    await documents().fail(test.caseId, idOf('a.txt'), 'a', BROKEN, null)
    expect(await take()).toMatchObject({ file: 'b.txt' })
    expect(await take('z', at(999_999))).toMatchObject({ file: 'b.txt' })
    expect(await documents().retry(test.caseId, [idOf('b.txt')])).toBe(0)
    expect(await documents().retry(test.caseId, [idOf('a.txt')])).toBe(1)
    expect(await take()).toMatchObject({ file: 'a.txt', attempts: 1 })
  })

  it('gives back at once what a worker held', async () => {
    await add('a.txt', 'b.txt')
    await take('a')
    await take('b')
    expect(await documents().release('a')).toBe(1)
    expect(await documents().holders()).toEqual(['b'])
    expect(await take('c')).toMatchObject({ file: 'a.txt' })
  })

  it('cancels what waits, and only that', async () => {
    await add('a.txt', 'b.txt', 'c.txt')
    await take()
    expect(await documents().cancel(test.caseId)).toBe(2)
    expect([await state('a.txt'), await state('b.txt')]).toEqual(['reading', 'cancelled'])
    expect(await documents().retry(test.caseId, null)).toBe(2)
  })

  it('removes what was derived, keeps the record, and takes the document back', async () => {
    await test.put('a.txt', { text: 'Harbour words.', claims: [claim('c', 'Harbour')], names: ['Harbour'] })
    expect(await documents().remove(test.caseId, idOf('a.txt'))).toBe(true)
    expect(await documents().remove(test.caseId, idOf('a.txt'))).toBe(false)
    expect(await documents().get(test.caseId, idOf('a.txt'))).toMatchObject({ state: 'removed', claims: 0 })
    expect(await documents().derived(test.caseId, idOf('a.txt'))).toBeNull()
    expect((await test.store.claims.list(test.caseId)).total).toBe(0)
    expect((await test.store.search.find(test.caseId, { words: 'harbour~' })).total).toBe(0)
    expect(await add('a.txt')).toEqual([idOf('a.txt')])
    expect(await state('a.txt')).toBe('waiting')
  })

  it('drops the work on a document that was removed meanwhile', async () => {
    await add('a.txt')
    await take()
    await documents().remove(test.caseId, idOf('a.txt'))
    expect(await finish('a.txt')).toBe(false)
  })

  it('reads again what other versions made', async () => {
    await test.put('a.txt', { madeBy: 'v1' })
    await test.put('b.txt', { madeBy: 'v2' })
    expect(await documents().stale(test.caseId, 'v2')).toBe(1)
    expect([await state('a.txt'), await state('b.txt')]).toEqual(['waiting', 'done'])
    expect(await documents().derived(test.caseId, idOf('a.txt'))).not.toBeNull()
  })

  it('finds by id, by its beginning and by file', async () => {
    await add('a.txt', 'b.txt')
    for (const name of [idOf('b.txt'), idOf('b.txt').slice(0, 8), 'b.txt'])
      expect((await documents().find(test.caseId, name))?.file).toBe('b.txt')
    expect(await documents().find(test.caseId, idOf('b.txt').slice(0, 7))).toBeNull()
  })

  it('lists by state, name, parent and order, in pages', async () => {
    await test.put('Zürich.txt', { document: { published: '2014' }, claims: [claim('1', 'x')] })
    await test.put('alpha.txt', { document: { published: '2013-05', title: 'The Quay Wall' } })
    await add('beta.txt')
    const files = async (...args: Parameters<typeof filter>) =>
      (await filter(...args)).rows.map((d) => d.file)
    const filter = (f: object, w?: object) => documents().list(test.caseId, f, w)
    expect(await files({ sort: 'published' })).toEqual(['alpha.txt', 'Zürich.txt', 'beta.txt'])
    expect(await files({ sort: 'published', descending: true })).toEqual([
      'Zürich.txt',
      'alpha.txt',
      'beta.txt',
    ])
    expect(await files({ sort: 'claims', descending: true })).toEqual(['Zürich.txt', 'beta.txt', 'alpha.txt'])
    expect(await files({ like: 'ZURICH' })).toEqual(['Zürich.txt'])
    expect(await files({ like: 'quay wall' })).toEqual(['alpha.txt'])
    expect(await files({ like: '%' })).toEqual([])
    expect(await files({ states: ['waiting'] })).toEqual(['beta.txt'])
    const page = await filter({}, { offset: 1, limit: 1 })
    expect([page.rows.map((d) => d.file), page.total]).toEqual([['alpha.txt'], 3])
    expect(await filter({}, { offset: 9 })).toEqual({ rows: [], total: 3 })
  })

  it('counts by state', async () => {
    await test.put('a.txt', { text: 'one two', claims: [claim('1', 'x')] })
    await add('b.txt')
    const { states, words, claims } = await documents().counts(test.caseId)
    expect([states.done, states.waiting, states.failed, words, claims]).toEqual([1, 1, 0, 2, 1])
  })

  it('links documents and finds texts alike', async () => {
    await add('a.txt', 'b.txt', 'c.txt')
    const [left, right] = [idOf('a.txt'), idOf('b.txt')]
    const linked = { left, right, kind: 'version', score: 0.9, why: 'much the same' } as const
    await documents().link(test.caseId, [{ ...linked, score: 0.5 }])
    await documents().link(test.caseId, [linked])
    expect(await documents().links(test.caseId, right)).toEqual([linked])
    await documents().sketch(test.caseId, left, 'sig', ['1', '2'])
    await documents().sketch(test.caseId, right, 'old', ['2'])
    await documents().sketch(test.caseId, right, 'sig2', ['3'])
    expect(await documents().sketched(test.caseId, ['2', '3'])).toEqual([
      { id: left, signature: 'sig' },
      { id: right, signature: 'sig2' },
    ])
    await documents().remove(test.caseId, left)
    expect(await documents().sketched(test.caseId, ['2'])).toEqual([])
  })
})
