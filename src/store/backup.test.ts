import { expect, it } from 'vitest'
import { claim, idOf, newDocument } from '../../test/builders/readings.js'
import { collected, freshStore, NOW } from '../../test/builders/store.js'
import { databases, onBoth } from '../../test/databases.js'
import { backup } from './backup.js'
import { openDatabase, storeOver } from './open.js'
import { restore } from './restore.js'
import type { Store } from './store.js'

onBoth('backup', (database) => {
  const test = freshStore(database)

  async function fill(): Promise<string[]> {
    const c1 = claim('c1', 'Arda Kole paid', {
      subject: { text: 'Arda Kole', start: 0, end: 9, entity: 'e1' },
    })
    await test.put('a.txt', { text: 'Arda Kole paid. \0 \ud800', claims: [c1], names: ['Arda Kole'] })
    await test.store.documents.add(test.caseId, [newDocument('b.txt', { parent: idOf('a.txt') })])
    const key = `${idOf('a.txt')}#c1`
    const entity = { id: 'E', type: 'Person', name: 'Arda Kole', names: ['Arda Kole'], documents: 1 } as const
    await test.store.entities.save(test.caseId, [{ ...entity, members: [`${idOf('a.txt')}#e1`] }], [], [])
    await test.store.claims.saveBlocks(test.caseId, [{ claim: key, key: 'k' }])
    await test.store.judgements.append({
      id: 'j1',
      case: test.caseId,
      kind: 'claim',
      left: key,
      right: null,
      verdict: 'reject',
      value: { note: "'; drop table cases; --" },
      reasons: [],
      by: 'ida',
      at: NOW,
    })
    await test.store.custody.advance(test.caseId, async () => ({ head: { seq: 3, hash: 'h3' }, value: null }))
    return collected(backup(test.location, null))
  }

  /** Everything a user sees. */
  const seen = async (store: Store) => ({
    cases: await store.cases.list(),
    documents: await store.documents.list(test.caseId),
    derived: await store.documents.derived(test.caseId, idOf('a.txt')),
    claims: await store.claims.list(test.caseId, { status: 'rejected' }),
    blocks: await collected(store.claims.inBlocks(test.caseId, ['k'])),
    entities: await store.entities.list(test.caseId),
    judgements: await store.judgements.list(test.caseId),
    search: (await store.search.find(test.caseId, { words: 'kole~' })).rows.map((hit) => hit.snippet),
    head: await store.custody.get(test.caseId),
  })

  it.each(databases)('comes back whole on $name', async (other) => {
    const lines = await fill()
    const made = await other.make()
    const target = await openDatabase(made.location)
    try {
      expect(await restore(target, lines)).toEqual([test.caseId])
      const before = await seen(test.store)
      expect(before.claims.total).toBe(1)
      expect(await seen(storeOver(target))).toEqual(before)
      await expect(restore(target, lines)).rejects.toMatchObject({ code: 'case-exists' })
    } finally {
      await target.close()
      await made.drop()
    }
  })

  it.each([
    ['cut short', (lines: string[]) => lines.slice(0, -1)],
    ['without a row', (lines: string[]) => lines.toSpliced(3, 1)],
    ['with a changed character', (lines: string[]) => lines.map((line) => line.replace('a.txt', 'c.txt'))],
    ['with rows in another order', (lines: string[]) => [lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)]],
    ['that goes on', (lines: string[]) => [...lines, lines[1]!]],
    ['that is something else', () => ['{"whence":1}']],
    ['of nothing', () => []],
    [
      'with a table of its own',
      (lines: string[]) => lines.toSpliced(2, 0, '{"table":"whence_schema","row":{}}'),
    ],
    ['of no JSON', (lines: string[]) => lines.toSpliced(2, 0, '{')],
  ])('refuses one %s and leaves everything as it was', async (_, spoil) => {
    const lines = await fill()
    const made = await database.make()
    const target = await openDatabase(made.location)
    try {
      await expect(restore(target, spoil(lines))).rejects.toMatchObject({ code: 'backup-damaged' })
      expect(await storeOver(target).cases.list()).toEqual([])
    } finally {
      await target.close()
      await made.drop()
    }
  })

  it('refuses one of a newer version', async () => {
    const [head, ...rest] = await fill()
    const newer = head!.replace(/"version":\d+/, '"version":999')
    const target = await openDatabase(test.location)
    await expect(restore(target, [newer, ...rest])).rejects.toMatchObject({ code: 'backup-newer' })
    await target.close()
  })

  it('is of one moment, whoever writes meanwhile', async () => {
    await test.store.documents.add(
      test.caseId,
      Array.from({ length: 450 }, (_, i) => newDocument(`${i}.txt`)),
    )
    let documents = 0
    for await (const line of backup(test.location, [test.caseId])) {
      if (line.includes('"table":"documents"') && documents++ === 0)
        await test.store.documents.add(test.caseId, [newDocument('late.txt')])
    }
    expect(documents).toBe(450)
  })
})
