import { afterEach, beforeEach } from 'vitest'
import type { Derived } from '../../src/schema/case.js'
import { openStore, type Location } from '../../src/store/open.js'
import type { Store } from '../../src/store/store.js'
import type { TestDatabase } from '../databases.js'
import { derived, idOf, newDocument } from './readings.js'

export const NOW = '2026-01-01T12:00:00.000Z'
/** So many seconds after NOW. */
export const at = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString()

export interface TestStore {
  store: Store
  /** A case with nothing in it. */
  caseId: string
  location: Location
  /** Adds a document, takes it and finishes it with what reading it gave. */
  put(file: string, parts?: Parameters<typeof derived>[1], caseId?: string): Promise<Derived>
}

/** A fresh store for each test. */
export function freshStore(database: TestDatabase): TestStore {
  const now = {} as TestStore
  let drop: () => Promise<void>
  beforeEach(async () => {
    const made = await database.make()
    drop = () => made.drop()
    now.location = made.location
    now.store = await openStore(made.location)
    now.caseId = (await now.store.cases.open('Harbour')).id
    now.put = async (file, parts, caseId = now.caseId) => {
      const found = derived(file, parts)
      await now.store.documents.add(caseId, [newDocument(file)])
      const taken = await now.store.documents.take(caseId, 'reader', NOW, at(60))
      if (taken?.id !== idOf(file)) throw new Error(`${taken?.file} came before ${file}`)
      await now.store.documents.finish(caseId, idOf(file), 'reader', found, [])
      return found
    }
  })
  afterEach(async () => {
    await now.store.close()
    await drop()
  })
  return now
}

export async function collected<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const row of rows) all.push(row)
  return all
}
