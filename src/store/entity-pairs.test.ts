/** Who stands beside whom, and what documents call them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { onBoth } from '../../test/databases.js'
import { claim, derived, idOf, newDocument } from '../../test/builders/readings.js'
import { at, freshStore, NOW } from '../../test/builders/store.js'
import type { CaseEntity } from '../schema/case.js'
import type { Claim, Entity } from '../schema/reading.js'

const term = (entity: string) => ({ text: entity, start: 0, end: entity.length, entity })
/** 'a b c': a and b as subject and object, c in another role. */
const saying = (id: string, words: string): Claim => {
  const [subject = '', object, role] = words.split(' ')
  return claim(id, words, {
    subject: term(subject),
    object: object === undefined ? null : term(object),
    roles: role === undefined ? [] : [{ role: 'with', term: term(role) }],
  })
}
const person = (id: string, members: readonly string[], more: Partial<CaseEntity> = {}): CaseEntity => ({
  id,
  type: 'Person',
  name: id,
  names: [id],
  documents: members.length,
  members,
  ...more,
})
const FILES = ['one.txt', 'two.txt', 'three.txt'] as const
const key = (file: string, local: string): string => `${idOf(file)}#${local}`

onBoth('entities beside each other', (database) => {
  const test = freshStore(database)
  const edges = async (filter: { nodes?: number; edges?: number; around?: string } = {}) =>
    (await test.store.entities.beside(test.caseId, { nodes: 50, edges: 50, ...filter })).edges.map(
      ({ left, right, claims }) => `${left} ${right} ${claims}`,
    )
  const again = async (file: string, claims: readonly Claim[]): Promise<void> => {
    await test.store.documents.stale(test.caseId, `v${Math.random()}`)
    for (;;) {
      const taken = await test.store.documents.take(test.caseId, 'reader', NOW, at(60))
      if (!taken) return
      const whole = taken.id === idOf(file) ? derived(file, { claims }) : null
      const old = await test.store.documents.derived(test.caseId, taken.id)
      await test.store.documents.finish(test.caseId, taken.id, 'reader', whole ?? old!, [])
    }
  }

  it('are counted by claims, whatever their roles, and cut to the strongest', async () => {
    await test.put('one.txt', {
      claims: [saying('c1', 'a b c'), saying('c2', 'a b'), saying('c3', 'a a'), saying('c4', 'd')],
    })
    const all = ['a', 'b', 'c', 'd'].map((local) => person(local.toUpperCase(), [key('one.txt', local)]))
    await test.store.entities.save(test.caseId, all, [], [])
    expect(await edges()).toEqual(['A B 2', 'A C 1', 'B C 1'])
    expect(await edges({ edges: 1 })).toEqual(['A B 2'])
    expect(await edges({ nodes: 2 })).toEqual(['A B 2'])
    const { nodes, total, joined } = await test.store.entities.beside(test.caseId, { nodes: 2, edges: 1 })
    expect([nodes.map(({ id }) => id), total, joined]).toEqual([['A', 'B'], 3, 1])
    const both = await test.store.claims.list(test.caseId, { entity: 'C', beside: 'A' })
    expect(both.rows.map((found) => found.claim.id)).toEqual(['c1'])
  })

  it('are drawn without places and those never named, but for the one in the middle', async () => {
    await test.put('one.txt', { claims: [saying('c1', 'a b'), saying('c2', 'a c')] })
    await test.store.entities.save(
      test.caseId,
      [
        person('A', [key('one.txt', 'a')], { type: 'Place' }),
        person('B', [key('one.txt', 'b')]),
        person('C', [key('one.txt', 'c')], { names: [] }),
      ],
      [],
      [],
    )
    expect(await edges()).toEqual([])
    expect(await edges({ around: 'A' })).toEqual(['A B 1'])
  })

  it('stay right whatever is read again, joined, parted, dropped, taken out or restored', async () => {
    const locals = ['a', 'b', 'c']
    const statement = fc.array(fc.constantFrom(...locals), { minLength: 1, maxLength: 3 })
    const step = fc.oneof(
      fc.record({
        file: fc.constantFrom(...FILES),
        claims: fc.array(statement, { maxLength: 3 }),
      }),
      fc.record({ groups: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }) }),
      fc.record({ removed: fc.constantFrom(...FILES) }),
    )
    for (const file of FILES) await test.put(file, { claims: [saying('c0', 'a b')] })
    const ids = ['P0', 'P1', 'P2', 'P3']
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const change of steps)
          if ('file' in change) {
            await test.store.documents.add(test.caseId, [newDocument(change.file)])
            await again(
              change.file,
              change.claims.map((words, i) => saying(`c${i}`, words.join(' '))),
            )
          } else if ('groups' in change) {
            const members = FILES.flatMap((file) => locals.map((local) => key(file, local)))
            const grouped = ids.map((id, n) =>
              person(
                id,
                members.filter((_, i) => change.groups[i] === n),
              ),
            )
            await test.store.entities.save(
              test.caseId,
              grouped.slice(0, 3).filter((entity) => entity.members.length > 0),
              [],
              [],
            )
          } else await test.store.documents.remove(test.caseId, idOf(change.removed))
        expect((await edges()).sort()).toEqual(await countedAnew())
      }),
      { numRuns: 12 },
    )
  })

  /** The same from the claims as they are listed. */
  async function countedAnew(): Promise<string[]> {
    const counts = new Map<string, number>()
    for await (const { claim: found } of test.store.claims.all(test.caseId)) {
      const terms = [found.subject, found.object, ...found.roles.map((role) => role.term)]
      const own = [...new Set(terms.map((each) => each?.entity ?? ''))]
        .filter((id) => /^P\d$/.test(id))
        .sort()
      own.forEach((left, i) =>
        own.slice(i + 1).forEach((right) => {
          counts.set(`${left} ${right}`, (counts.get(`${left} ${right}`) ?? 0) + 1)
        }),
      )
    }
    return [...counts].map(([pair, count]) => `${pair} ${count}`).sort()
  }

  it('are listed without members, and spelt as their documents spell them', async () => {
    const named = (id: string, name: string, aliases: string[] = []): Entity => ({
      id,
      type: 'Person',
      name,
      aliases,
    })
    const whole = derived('one.txt')
    const entities = [named('a', 'Arda Kole', ['Kole']), named('b', 'Öst')]
    await test.store.documents.add(test.caseId, [newDocument('one.txt')])
    await test.store.documents.take(test.caseId, 'reader', NOW, at(60))
    const reading = { ...whole.reading, entities }
    await test.store.documents.finish(test.caseId, idOf('one.txt'), 'reader', { ...whole, reading }, [])
    await test.store.entities.save(test.caseId, [person('A', [key('one.txt', 'a')])], [], [])
    const spelt = async () =>
      (await test.store.entities.spellings(test.caseId, 'A', 10)).map(
        ({ name, file }) => `${name} in ${file}`,
      )
    expect(await spelt()).toEqual(['Arda Kole in one.txt', 'Kole in one.txt'])
    expect((await test.store.entities.list(test.caseId)).rows[0]!.members).toEqual([])
    expect(await test.store.entities.some(test.caseId, ['X', 'A'])).toEqual([
      { ...person('A', ['']), members: [] },
    ])
    expect((await test.store.entities.get(test.caseId, 'A'))!.members).toEqual([key('one.txt', 'a')])
  })
})
