import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../ingest/ingest.js'
import type { Case, CaseEntity, Proposition } from '../schema/case.js'
import type { Finding, Reading } from '../schema/reading.js'
import { forget } from './case-workings.js'
import { readingInCase } from './found-in-case.js'
import { type Home, openHome } from './home.js'
import { investigate } from './investigate.js'
import { investigateCase } from './investigate-case.js'
import { openReader, type Reader } from './read-document.js'
import { removeDocument } from './remove-document.js'
import { restsInCase } from './rests-in-case.js'

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader.close())

let folder: string
let home: Home
let harbour: Case
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whence-investigate-'))
  home = await openHome({ folder })
  harbour = await home.store.cases.open('harbour')
})
afterEach(async () => {
  await home.close()
  rmSync(folder, { recursive: true, force: true })
})

const AT = '2026-01-01T00:00:00.000Z'
const LATER = '2026-01-02T00:00:00.000Z'

/** Reads a text into the case. Gives its id. */
async function add(file: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const { id } = await home.originals.put(bytes)
  const { documents } = home.store
  const one = { id, file, parent: null, bytes: bytes.length, added: AT, addedBy: 'Ada' }
  await home.custody.append(harbour.id, [{ at: AT, by: 'Ada', act: 'added', document: id, detail: { file } }])
  await documents.add(harbour.id, [one])
  await documents.take(harbour.id, 'test', AT, LATER)
  const reading = await reader.readDocument(ingest(bytes, file))
  const derived = { reading, parts: [], turns: [], fields: [], headers: [], languages: [], pages: null }
  await documents.finish(harbour.id, id, 'test', { ...derived, madeBy: reader.madeBy }, [])
  return id
}

const courier = `Port paid for dredging

By Ada Brock, The Harrow Bay Courier, 12 March 2018

Henrik Sørbye, director of the port of Skarvøy, signed the contract on 18 April 2016. The port paid 48 million kroner for the dredging.`
const ledger = `Harbour money

By Tomas Field, The Evening Ledger, 14 March 2018

Henrik Sorbye signed the contract on 18 April 2016. The port of Skarvøy paid 84 million kroner for the dredging.`
const tide = `An island remembers

By Lena Voss, The Tide, 20 March 2018

Olav Kveldro was born on 19 May 1934 in Bergen. He ran a shop for forty years.`

const compare = (options = {}): Promise<void> => investigateCase(home, harbour.id, null, options)
const people = async (): Promise<string[][]> =>
  (await home.store.entities.list(harbour.id, { type: 'Person', named: true })).rows
    .map(({ names }) => [...names].sort())
    .sort()
const sorbyes = async (): Promise<string[][]> =>
  (await people()).filter((names) => names.some((name) => /S[øo]rbye/.test(name)))
const state = async (): Promise<unknown> => {
  const { entities, comparison } = home.store
  const [a, b, c] = [
    await entities.list(harbour.id, {}, { limit: 1000 }),
    await comparison.propositions(harbour.id, {}, { limit: 1000 }),
    await comparison.findings(harbour.id, {}, { limit: 1000 }),
  ]
  const byId = <T extends { id: string }>(rows: readonly T[]): T[] =>
    [...rows].sort((x, y) => (x.id < y.id ? -1 : 1))
  return [byId(a.rows), byId(b.rows), byId(c.rows)]
}

/** In one, two are named; in the other the reader sees a court and a newspaper, but the names are those. */
const gori = `Court sits late

By Ada Brock, The Harrow Bay Courier, 12 March 2018

Aud Lind drove to Gori on 2 May 2016. Gori is a town in Vestfold. The Midland Recorder printed her letter.`
const court = `Judge names a date

By Tomas Field, The Evening Ledger, 14 March 2018

The District Court of Gori heard the case on 3 May 2016. AUD LIND did not come. So the Recorder wrote on Friday.`
const tidings = `Rain

By Lena Voss, The Tide, 20 March 2018

GORI – It rained in the town on 4 May 2016. The court of Gori stood under water, the Recorder told its readers.`

/** What the store has of a case, and what the same documents give in memory. */
async function inMemory(...ids: string[]): Promise<unknown> {
  const readings: Reading[] = []
  for (const id of ids) readings.push((await home.store.documents.derived(harbour.id, id))!.reading)
  const { entities, propositions, findings } = await investigate(readings, [], {
    embed: null,
    close: () => Promise.resolve(),
  })
  const members = entities.map((e) => [e.id, e.name, [...e.members].sort(), e.documents]).sort()
  return { members, propositions: propositions.map(({ id }) => id).sort(), findings: findings.map(({ id }) => id).sort() } // prettier-ignore
}
async function stored(): Promise<unknown> {
  const [entities, propositions, findings] = (await state()) as [CaseEntity[], Proposition[], Finding[]]
  const members = []
  for (const { id } of entities) {
    const e = (await home.store.entities.get(harbour.id, id))!
    members.push([e.id, e.name, [...e.members].sort(), e.documents])
  }
  return { members: members.sort(), propositions: propositions.map(({ id }) => id).sort(), findings: findings.map(({ id }) => id).sort() } // prettier-ignore
}
const found = async (id: string): Promise<string[]> =>
  (await readingInCase(home.store, harbour.id, id))!.mentions.filter((m) => m.found).map(({ text }) => text)

describe('names of the case', () => {
  it('are found and kept as they are in memory', async () => {
    const ids = [await add('gori.txt', gori), await add('court.txt', court), await add('rain.txt', tidings)]
    await compare()
    expect(await stored()).toEqual(await inMemory(...ids))
    const all = await Promise.all(ids.map(found))
    expect(all.flat().length).toBeGreaterThan(0)
  })

  it.each([
    ['a document that names them', [court, tidings, gori]],
    ['a document in which they are found', [gori, tidings, court]],
    ['another spelling', [gori, court, tidings, 'Aud Lind and Audrey Lind met in Gori on 5 May 2016.']],
  ])('are found as well when %s comes last', async (_, texts) => {
    const ids: string[] = []
    for (const [i, text] of texts.slice(0, -1).entries()) ids.push(await add(`${i}.txt`, text))
    await compare()
    ids.push(await add('last.txt', texts.at(-1)!))
    await compare({ few: 1 })
    const incremental = await stored()
    const seen = await Promise.all(ids.map(found))
    await compare({ anew: true })
    expect(await Promise.all(ids.map(found))).toEqual(seen)
    expect(incremental).toEqual(await stored())
    expect(seen.flat().length).toBeGreaterThan(0)
    expect(incremental).toEqual(await inMemory(...ids))
  })
})

it.each([
  ['that names them', 0],
  ['in which they are found', 1],
])('finds the same when a document %s is read anew', async (_, which) => {
  const ids = [await add('gori.txt', gori), await add('court.txt', court), await add('rain.txt', tidings)]
  await compare()
  const before = [await stored(), ...(await Promise.all(ids.map(found)))]
  await forget(home, harbour.id, [ids[which]!])
  await compare({ few: 1 })
  expect([await stored(), ...(await Promise.all(ids.map(found)))]).toEqual(before)
})

it('does not find a name where a person told it apart, and finds it again when that is taken back', async () => {
  await add('gori.txt', gori)
  const id = await add('court.txt', court)
  await compare()
  const before = await stored()
  const [local] = (await readingInCase(home.store, harbour.id, id))!.entities.filter(({ name }) => name.includes('Recorder')) // prettier-ignore
  const entity = (await home.store.entities.ofDocument(harbour.id, id))[local!.id]!
  const left = (await home.store.entities.get(harbour.id, entity))!.members[0]!
  const judgement = {
    id: 'j1',
    case: harbour.id,
    kind: 'entities' as const,
    left,
    right: `${id}#${local!.id}`,
  }
  await home.store.judgements.append({ ...judgement, verdict: 'different', value: null, reasons: [], by: 'Ada', at: AT }) // prettier-ignore
  await compare()
  expect(await found(id)).toEqual([])
  await home.store.judgements.withdraw(harbour.id, 'j1', 'Ada', LATER)
  await compare()
  expect(await found(id)).toEqual(['Recorder'])
  expect(await stored()).toEqual(before)
})

describe('investigating a case', () => {
  it('makes one of two spellings, and keeps both', async () => {
    await add('courier.txt', courier)
    await add('ledger.txt', ledger)
    await compare()
    expect(await sorbyes()).toEqual([['Henrik Sorbye', 'Henrik Sørbye']])
  })

  it('puts evidence under the ids that claims have in the case', async () => {
    await add('courier.txt', courier)
    await add('ledger.txt', ledger)
    await compare()
    const { rows } = await home.store.comparison.propositions(harbour.id)
    expect(rows.length).toBeGreaterThan(0)
    for (const { evidence } of rows)
      for (const { claim, start, end, file } of evidence) {
        const found = await home.store.claims.get(harbour.id, claim!)
        expect(found?.file).toBe(file)
        for (const span of found!.claim.evidence)
          expect([span.start >= start, span.end <= end]).toEqual([true, true])
      }
  })

  it('changes nothing the second time, however often it is asked for anew', async () => {
    await add('courier.txt', courier)
    await add('ledger.txt', ledger)
    await compare()
    const once = await state()
    await compare()
    expect(await state()).toEqual(once)
    await compare({ anew: true })
    expect(await state()).toEqual(once)
  })

  it('tells two apart that a person judged to be two, and joins them again when it is taken back', async () => {
    const a = await add('courier.txt', courier)
    const b = await add('ledger.txt', ledger)
    await compare()
    const before = await state()
    const { id } = (await home.store.entities.list(harbour.id, { like: 'sorbye' })).rows[0]!
    const { members } = (await home.store.entities.get(harbour.id, id))!
    const [left, right] = [
      members.find((key) => key.startsWith(a))!,
      members.find((key) => key.startsWith(b))!,
    ]
    const judgement = {
      id: 'j1',
      case: harbour.id,
      kind: 'entities' as const,
      left,
      right,
      verdict: 'different',
    }
    await home.store.judgements.append({ ...judgement, value: null, reasons: [], by: 'Ada', at: AT })
    await compare()
    expect(await sorbyes()).toEqual([['Henrik Sorbye'], ['Henrik Sørbye']])
    await home.store.judgements.withdraw(harbour.id, 'j1', 'Ada', LATER)
    await compare()
    expect(await state()).toEqual(before)
  })

  it('adds one document to many as if all had been compared', async () => {
    await add('courier.txt', courier)
    await add('tide.txt', tide)
    await compare()
    await add('ledger.txt', ledger)
    await compare({ few: 1 })
    const added = await state()
    await compare({ anew: true })
    expect(added).toEqual(await state())
  })

  it('counts anew without a document that was taken out, and says beforehand what would fall', async () => {
    await add('courier.txt', courier)
    await compare()
    const before = await state()
    const id = await add('ledger.txt', ledger)
    await compare()
    const { propositions } = await restsInCase(home, harbour.id, id)
    expect(propositions.length).toBeGreaterThan(0)
    const record = await home.store.documents.get(harbour.id, id)
    await removeDocument(home, record!, { by: 'Ada', now: () => AT })
    await compare()
    expect(await state()).toEqual(before)
  })

  it.each([
    ['nothing', []],
    ['one document', [courier]],
    ['a document without a claim', ['Good evening.']],
  ])('takes a case of %s', async (_, texts) => {
    for (const [i, text] of texts.entries()) await add(`${i}.txt`, text)
    await compare()
    expect(
      (await home.store.comparison.findings(harbour.id)).rows.filter(({ sides }) => sides.length > 1),
    ).toEqual([])
  })

  it('leaves out claims that a person rejected, and takes them back in', async () => {
    await add('courier.txt', courier)
    await compare()
    const before = await state()
    const { rows } = await home.store.comparison.propositions(harbour.id, {}, { limit: 1 })
    const claim = rows[0]!.evidence[0]!.claim!
    const judgement = {
      id: 'j1',
      case: harbour.id,
      kind: 'claim' as const,
      left: claim,
      right: null,
      verdict: 'reject',
    }
    await home.store.judgements.append({ ...judgement, value: null, reasons: [], by: 'Ada', at: AT })
    await compare()
    expect((await home.store.comparison.propositions(harbour.id, { claim })).rows).toEqual([])
    expect(await home.store.claims.get(harbour.id, claim)).not.toBeNull()
    await home.store.judgements.withdraw(harbour.id, 'j1', 'Ada', LATER)
    await compare()
    expect(await state()).toEqual(before)
  })
})
