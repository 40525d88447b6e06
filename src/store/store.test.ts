import { expect, it } from 'vitest'
import { onBoth } from '../../test/databases.js'
import { claim, idOf, newDocument } from '../../test/builders/readings.js'
import { freshStore, NOW } from '../../test/builders/store.js'
import type { CaseEntity, Judgement, Proposition } from '../schema/case.js'
import type { Evidence, Finding } from '../schema/reading.js'
import { openStore } from './open.js'

const entity = (id: string, documents = 1, more: Partial<CaseEntity> = {}): CaseEntity => ({
  ...{ id, type: 'Person', name: id, names: [id], documents, members: [], ...more },
})
const evidence = (claimId: string | null, file = 'a.txt'): Evidence => ({
  ...{ file, start: 0, end: 1, text: 'x', claim: claimId },
})
const proposition = (id: string, claims: string[], documents: number, established: number): Proposition => ({
  ...{ id, text: `Text of ${id}`, evidence: claims.map((c) => evidence(c)), documents },
  origins: { established, unknown: 0, list: [] },
})
const finding = (id: string, score: number, sides: Evidence[], kind: Finding['kind'] = 'drift'): Finding => ({
  ...{ id, kind, score, on: 'name', why: 'they differ', sides: [{ evidence: sides, established: 1 }] },
})

onBoth('store', (database) => {
  const test = freshStore(database)
  const judgement = (id: string, more: Partial<Judgement> = {}): Omit<Judgement, 'withdrawn'> => ({
    ...{ id, case: test.caseId, kind: 'finding', left: 'f1', right: null, verdict: 'dismiss' },
    ...{ value: { note: 'x' }, reasons: [], by: 'ida', at: NOW, ...more },
  })

  it('opens a case by name once, finds it by name or id, and pauses it', async () => {
    const [a, b] = await Promise.all([test.store.cases.open('Quay'), test.store.cases.open('Quay')])
    expect(a).toEqual(b)
    expect(await test.store.cases.find(a.id)).toEqual(await test.store.cases.find('Quay'))
    expect(await test.store.cases.find('Nothing')).toBeNull()
    await test.store.cases.pause(a.id, true)
    expect((await test.store.cases.list()).map((c) => [c.name, c.paused])).toEqual([
      ['Harbour', false],
      ['Quay', true],
    ])
  })

  it('keeps entities, their blocks and the doubtful pairs that still concern them', async () => {
    const { entities } = test.store
    const pair = (left: string, right: string, score: number) => ({ left, right, score, reasons: [] })
    await entities.save(
      test.caseId,
      [entity('A', 3), entity('B', 1, { type: 'Place' }), entity('C', 2, { names: ['Zoë'] })],
      [],
      [pair('A', 'B', 0.4), pair('B', 'C', 0.6)],
    )
    const list = async (filter = {}) => (await entities.list(test.caseId, filter)).rows.map((e) => e.id)
    expect(await list()).toEqual(['A', 'C', 'B'])
    expect([await list({ type: 'Place' }), await list({ like: 'zoe' })]).toEqual([['B'], ['C']])
    expect((await entities.doubtful(test.caseId)).rows.map((p) => p.score)).toEqual([0.6, 0.4])
    await entities.saveBlocks(test.caseId, [
      { entity: 'A', key: 'k' },
      { entity: 'C', key: 'k' },
      { entity: 'C', key: 'l' },
    ])
    expect((await entities.inBlocks(test.caseId, ['k', 'l'])).map((e) => e.id)).toEqual(['A', 'C'])
    await entities.save(test.caseId, [entity('C', 5)], ['A'], [pair('B', 'C', 0.7)])
    expect(await list()).toEqual(['C', 'B'])
    expect((await entities.doubtful(test.caseId)).rows.map((p) => p.score)).toEqual([0.7])
    expect((await entities.inBlocks(test.caseId, ['k'])).map((e) => e.id)).toEqual(['C'])
  })

  it('keeps propositions and findings, found by claim, entity, document and words', async () => {
    const { comparison } = test.store
    const subject = { text: 'A', start: 0, end: 1, entity: 'e' }
    await test.put('a.txt', { claims: [claim('c1', 'A did', { subject })] })
    const c1 = `${idOf('a.txt')}#c1`
    await test.store.entities.save(test.caseId, [entity('E', 1, { members: [`${idOf('a.txt')}#e`] })], [], [])
    await comparison.save(
      test.caseId,
      [proposition('p1', [c1], 1, 4), proposition('p2', ['x#c2'], 2, 3)],
      [
        finding('f1', 0.4, [evidence(c1)]),
        finding('f2', 0.9, [evidence('x#c2', 'x')], 'circular'),
        finding('f3', 0.1, [evidence(null)]),
      ],
      { propositions: [], findings: [] },
    )
    const props = async (f = {}) => (await comparison.propositions(test.caseId, f)).rows.map((p) => p.id)
    const finds = async (f = {}) => (await comparison.findings(test.caseId, f)).rows.map((p) => p.id)
    expect([await props(), await props({ sort: 'origins' })]).toEqual([
      ['p2', 'p1'],
      ['p1', 'p2'],
    ])
    expect([await props({ claim: c1 }), await props({ entity: 'E' })]).toEqual([['p1'], ['p1']])
    expect(await props({ like: 'OF P2' })).toEqual(['p2'])
    expect(await finds()).toEqual(['f2', 'f1', 'f3'])
    expect([await finds({ claim: c1 }), await finds({ kind: 'circular' })]).toEqual([['f1'], ['f2']])
    expect(await finds({ document: idOf('a.txt') })).toEqual(['f1', 'f3'])
    await test.store.judgements.append(judgement('j', { left: 'f1' }))
    expect([await finds({ open: true }), await finds({ open: false })]).toEqual([['f2', 'f3'], ['f1']])
    await comparison.save(test.caseId, [proposition('p1', [], 9, 0)], [], {
      propositions: ['p2'],
      findings: ['f2'],
    })
    expect([await props(), await props({ claim: c1 }), await finds()]).toEqual([['p1'], [], ['f1', 'f3']])
    expect((await comparison.proposition(test.caseId, 'p1'))?.documents).toBe(9)
    expect(await comparison.finding(test.caseId, 'f2')).toBeNull()
  })

  it('appends judgements, the newest first whatever the clock says, and withdraws them once', async () => {
    const { judgements } = test.store
    await judgements.append(judgement('j1'))
    await judgements.append(judgement('j2', { at: '2020-01-01T00:00:00.000Z', kind: 'entities', right: 'z' }))
    await judgements.append(judgement('j1', { verdict: 'confirm' }))
    const list = async (f = {}) => (await judgements.list(test.caseId, f)).rows.map((j) => j.id)
    expect(await list()).toEqual(['j2', 'j1'])
    expect((await judgements.list(test.caseId, { kind: 'finding' })).rows).toEqual([
      { ...judgement('j1'), withdrawn: null },
    ])
    expect(await list({ about: 'z' })).toEqual(['j2'])
    expect(await judgements.withdraw(test.caseId, 'j1', 'bo', NOW)).toBe(true)
    expect(await judgements.withdraw(test.caseId, 'j1', 'bo', NOW)).toBe(false)
    expect([await list({ standing: true }), await list({ standing: false })]).toEqual([['j2'], ['j1']])
    expect(await judgements.get(test.caseId, 'j1')).toMatchObject({ withdrawn: { by: 'bo', at: NOW } })
    expect([await judgements.get(test.caseId, 'j3'), await judgements.get('other', 'j1')]).toEqual([
      null,
      null,
    ])
  })

  it('lets one writer at a time go on from the custody head, and takes back what failed', async () => {
    const other = await openStore(test.location)
    const { custody } = test.store
    const step = (store: typeof other) =>
      store.custody.advance(test.caseId, async (head) => {
        // Asking the store meanwhile must not wait for itself
        await store.cases.list()
        const seq = (head?.seq ?? 0) + 1
        return { head: { seq, hash: `${head?.hash ?? ''}.` }, value: seq }
      })
    expect(await custody.get(test.caseId)).toBeNull()
    const steps = await Promise.all(Array.from({ length: 12 }, (_, i) => step(i % 2 ? other : test.store)))
    expect(steps.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    await expect(custody.advance(test.caseId, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await custody.get(test.caseId)).toEqual({ seq: 12, hash: '............' })
    await other.close()
  })

  it('tells that another process has written', async () => {
    const other = await openStore(test.location)
    const before = await test.store.changes.of(test.caseId)
    await other.documents.add(test.caseId, [newDocument('a.txt')])
    expect(await test.store.changes.of(test.caseId)).toBeGreaterThan(before)
    expect((await test.store.changes.all()).get(test.caseId)).toBe(await other.changes.of(test.caseId))
    await other.close()
  })
})
