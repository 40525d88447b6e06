import { expect, it } from 'vitest'
import { onBoth } from '../../test/databases.js'
import { claim, idOf, link } from '../../test/builders/readings.js'
import { collected, freshStore, NOW } from '../../test/builders/store.js'
import type { Judgement } from '../schema/case.js'
import type { ClaimFilter } from './store.js'

const term = (text: string, entity: string) => ({ text, start: 0, end: text.length, entity })
const QUAY = idOf('quay.txt')

onBoth('claims', (database) => {
  const test = freshStore(database)
  const claims = () => test.store.claims
  const ids = async (filter: ClaimFilter = {}, window = {}) =>
    (await claims().list(test.caseId, filter, window)).rows.map((c) => c.claim.id)
  const judge = (id: string, left: string, verdict: string): Promise<void> => {
    const judgement: Omit<Judgement, 'withdrawn'> = {
      ...{ id, case: test.caseId, kind: 'claim', left, right: null, verdict },
      ...{ value: null, reasons: [], by: 'ida', at: NOW },
    }
    return test.store.judgements.append(judgement)
  }

  async function fill() {
    await test.put('quay.txt', {
      claims: [
        claim('q1', 'Arda Kole sold the quay', {
          subject: term('Arda Kole', 'e1'),
          property: 'sold',
          time: '2013-04',
          sources: ['The Quay', 'a clerk'],
        }),
        claim('q2', 'Café Öst was not paid', {
          object: term('Café Öst', 'e2'),
          polarity: 'negative',
          certainty: 'possible',
          time: '2011/..',
          place: 'e3',
        }),
      ],
    })
    await test.put('note.txt', {
      claims: [
        claim('n1', 'A. Kole left', {
          subject: term('A. Kole', 'e1'),
          certainty: 'probable',
          property: 'left',
          sources: ['note.txt', 'The Quay', 'a clerk', 'Brigid Voss'],
        }),
      ],
    })
  }

  it.each<[string, ClaimFilter, string[]]>([
    ['nothing', {}, ['q1', 'q2', 'n1']],
    ['document', { document: QUAY }, ['q1', 'q2']],
    ['no such document', { document: 'x' }, []],
    ['an origin or relay', { who: 'a clerk' }, ['q1', 'n1']],
    ['property', { property: 'left' }, ['n1']],
    ['certainty', { certainty: 'possible' }, ['q2']],
    ['polarity', { polarity: 'negative' }, ['q2']],
    ['words, whatever case and accents', { like: 'CAFE ost' }, ['q2']],
    ['days', { from: '2013', to: '2013' }, ['q1', 'q2']],
    ['days before', { to: '2012' }, ['q2']],
    ['an entity of one document', { entity: `${QUAY}#e1` }, ['q1']],
    ['a place', { place: `${QUAY}#e3` }, ['q2']],
    ['several', { document: QUAY, polarity: 'positive' }, ['q1']],
    ['order of time', { sort: 'time' }, ['q2', 'q1', 'n1']],
    ['latest first, undated last', { sort: 'time', descending: true }, ['q2', 'q1', 'n1']],
    ['order of certainty', { sort: 'certainty' }, ['q1', 'n1', 'q2']],
    ['order of property, without one last', { sort: 'property' }, ['n1', 'q1', 'q2']],
    ['order of origin', { sort: 'who' }, ['n1', 'q2', 'q1']],
  ])('are found by %s', async (_, filter, expected) => {
    await fill()
    const page = await claims().list(test.caseId, filter)
    expect(page.rows.map((c) => c.claim.id)).toEqual(expected)
    expect(page.total).toBe(expected.length)
    expect(await ids(filter, { limit: 1 })).toEqual(expected.slice(0, 1))
    expect((await claims().list(test.caseId, filter, { limit: 1 })).total).toBe(expected.length)
  })

  it('show the entities of the case once they are known, wherever they stand', async () => {
    const whole = claim('c', 'A paid B in C', {
      subject: term('A', 'a'),
      object: term('B', 'b'),
      place: 'c',
      roles: [{ role: 'for', term: term('D', 'd') }],
      chain: [link('x'), link('A', { who: { text: 'A', entity: 'a' } })],
    })
    await test.put('doc.txt', { claims: [whole] })
    const doc = idOf('doc.txt')
    const before = (await claims().get(test.caseId, `${doc}#c`))!.claim
    expect([before.subject.entity, before.place]).toEqual([`${doc}#a`, `${doc}#c`])
    const entity = { type: 'Person', names: [], documents: 1 } as const
    await test.store.entities.save(
      test.caseId,
      [
        { ...entity, id: 'A', name: 'A', members: [`${doc}#a`, `${doc}#d`] },
        { ...entity, id: 'B', name: 'B', members: [`${doc}#b`] },
        { ...entity, id: 'C', name: 'C', members: [`${doc}#c`] },
      ],
      [],
      [],
    )
    const { claim: after } = (await claims().get(test.caseId, `${doc}#c`))!
    expect([
      after.subject.entity,
      after.object?.entity,
      after.place,
      after.roles[0]?.term.entity,
      after.chain[1]?.who.entity,
    ]).toEqual(['A', 'B', 'C', 'A', 'A'])
    expect(await ids({ entity: 'A' })).toEqual(['c'])
    expect(await ids({ place: 'C' })).toEqual(['c'])
    expect(await ids({ entity: 'C' })).toEqual([])
    expect(await test.store.entities.ofDocument(test.caseId, doc)).toEqual({ a: 'A', b: 'B', c: 'C', d: 'A' })
    await test.store.entities.save(test.caseId, [], ['A'], [])
    expect(await ids({ entity: 'A' })).toEqual([])
  })

  it('carry what was decided on them, also after reading again', async () => {
    await fill()
    await judge('j1', `${QUAY}#q1`, 'accept')
    await judge('j2', `${QUAY}#q2`, 'accept')
    await judge('j3', `${QUAY}#q2`, 'reject')
    expect(await ids({ status: 'accepted' })).toEqual(['q1'])
    expect(await ids({ status: 'rejected' })).toEqual(['q2'])
    expect(await ids({ status: 'open' })).toEqual(['n1'])
    await test.store.documents.stale(test.caseId, 'v9')
    await test.put('quay.txt', { claims: [claim('q2', 'x'), claim('q3', 'y')] })
    expect(await ids({ status: 'rejected' })).toEqual(['q2'])
    await test.store.judgements.withdraw(test.caseId, 'j3', 'ida', NOW)
    expect(await ids({ status: 'accepted' })).toEqual(['q2'])
  })

  it('count the values of each facet', async () => {
    await fill()
    const facets = await claims().facets(test.caseId)
    expect(facets['certainty']).toContainEqual({ value: 'probable', count: 1 })
    expect(facets['property']).toEqual([
      { value: 'left', count: 1 },
      { value: 'sold', count: 1 },
    ])
    // Whom the claims come from or through, as the filter of that name finds them
    expect(facets['who']).toEqual([
      { value: 'The Quay', count: 3 },
      { value: 'a clerk', count: 2 },
      { value: 'Brigid Voss', count: 1 },
      { value: 'note.txt', count: 1 },
    ])
    for (const { value, count } of facets['who']!) expect(await ids({ who: value })).toHaveLength(count)
    expect(facets['place']).toEqual([{ value: `${QUAY}#e3`, count: 1 }])
    expect((await claims().facets(test.caseId, { document: 'x' }))['who']).toEqual([])
  })

  it.each<[string, ClaimFilter]>([
    ['what indexes hold', { certainty: 'certain', polarity: 'positive', status: 'open' }],
    ['a property', { property: 'sold' }],
    ['words', { like: 'KOLE' }],
    ['words that most have', { like: 'o' }],
    ['words that most have, and what indexes hold', { like: 'o', polarity: 'positive' }],
    ['words and days', { like: 'o', from: '2013' }],
    ['days', { from: '2013', to: '2013' }],
  ])('count the values under %s as the list has them', async (_, filter) => {
    await fill()
    await judge('j1', `${idOf('note.txt')}#n1`, 'accept')
    const facets = await claims().facets(test.caseId, filter)
    for (const name of ['property', 'certainty', 'polarity', 'who', 'status', 'place'] as const)
      for (const { value, count } of facets[name] ?? [])
        expect([name, value, await ids({ ...filter, [name]: value })]).toEqual([
          name,
          value,
          expect.objectContaining({ length: count }),
        ])
    expect(facets['who']!.length).toBeGreaterThan(0)
  })

  it('count those of words that few have, whatever stands in the names of who says it', async () => {
    const odd = ['A "b"\n[c]', 'D\u001f, E', '%']
    const many = Array.from({ length: 30 }, (_, i) =>
      claim(`c${i}`, `Silt lay there ${i}`, { sources: ['Dock'] }),
    )
    const few = claim('f', 'Gold lay there', { sources: odd, place: 'e' })
    await test.put('odd.txt', { claims: [...many, few] })
    const facets = await claims().facets(test.caseId, { like: 'gold' })
    expect(facets['who']).toEqual([...odd].sort().map((value) => ({ value, count: 1 })))
    expect(facets['place']).toEqual([{ value: `${idOf('odd.txt')}#e`, count: 1 }])
    const most = await claims().facets(test.caseId, { like: 'lay' })
    expect(most['who']).toEqual([{ value: 'Dock', count: 30 }, ...facets['who']!])
  })

  it('are counted by when they happened, were said, and were printed', async () => {
    await fill()
    const dated = claim('d1', 'Kole left', { time: '2013-04', subject: term('Kole', 'e1') })
    await test.put('late.txt', { claims: [dated], document: { published: '2014-01-02' } })
    const times = (filter?: ClaimFilter) => claims().times(test.caseId, filter)
    expect(await times()).toEqual({
      happened: [
        { value: '2011/..', count: 1 },
        { value: '2013-04', count: 2 },
      ],
      // What the document says in its own words, it says on its day
      said: [{ value: '2014-01-02', count: 1 }],
      printed: [{ value: '2014-01-02', count: 1 }],
      claims: 4,
    })
    expect(await times({ entity: `${idOf('late.txt')}#e1` })).toEqual({
      happened: [{ value: '2013-04', count: 1 }],
      said: [{ value: '2014-01-02', count: 1 }],
      printed: [{ value: '2014-01-02', count: 1 }],
      claims: 1,
    })
    expect(await ids({ said: ['2014-01-02'] })).toEqual(['d1'])
    expect(await ids({ times: ['2013-04', '1999'] })).toEqual(['q1', 'd1'])
    expect(await ids({ printed: ['2014-01-02'] })).toEqual(['d1'])
    expect([await ids({ dated: false }), await ids({ dated: true })]).toEqual([['n1'], ['q1', 'q2', 'd1']])
  })

  it('are given by their ids, in the order asked, and counted at places', async () => {
    await fill()
    const wanted = [`${idOf('note.txt')}#n1`, 'gone#q1', `${QUAY}#q2`]
    expect((await claims().some(test.caseId, wanted)).map((c) => c.claim.id)).toEqual(['n1', 'q2'])
    const members = [`${QUAY}#e3`]
    const pier = { id: 'P', type: 'Place' as const, name: 'Pier', names: [], documents: 1, members }
    await test.store.entities.save(test.caseId, [pier], [], [])
    expect([...(await claims().at(test.caseId, ['P', 'Q']))]).toEqual([['P', 1]])
  })

  it('are walked through in order, all or of some documents', async () => {
    const many = Array.from({ length: 603 }, (_, i) => claim(`m${i}`, `claim ${i}`))
    await test.put('many.txt', { claims: many })
    await test.put('few.txt', { claims: [claim('f', 'x')] })
    const all = (await collected(claims().all(test.caseId))).map((c) => c.claim.id)
    expect(all).toEqual([...many.map((c) => c.id), 'f'])
    const some = await collected(claims().all(test.caseId, [idOf('few.txt')]))
    expect(some.map((c) => c.id)).toEqual([`${idOf('few.txt')}#f`])
  })

  it('are found by their blocks, each once, as they were saved last', async () => {
    await fill()
    const save = (...rows: [string, string][]) =>
      claims().saveBlocks(
        test.caseId,
        rows.map(([id, key]) => ({ claim: `${QUAY}#${id}`, key })),
      )
    const found = async (...keys: string[]) =>
      (await collected(claims().inBlocks(test.caseId, keys))).map((c) => c.claim.id)
    await save(['q1', 'a'], ['q1', 'b'], ['q2', 'b'], ['gone', 'b'])
    expect(await found('a', 'b')).toEqual(['q1', 'q2'])
    await save(['q1', 'c'])
    expect(await found('a')).toEqual([])
    expect(await found('b')).toEqual(['q2'])
    expect(await found()).toEqual([])
  })
})
