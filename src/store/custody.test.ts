import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Custody, type NewEntry, openCustody } from './custody.js'
import type { CustodyHeads, Head } from './store.js'

let folder: string
let heads: CustodyHeads & { current: Head | null }
let custody: Custody
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whence-custody-'))
  heads = memoryHeads()
  custody = await openCustody(folder, heads)
})
afterEach(() => rm(folder, { recursive: true }))

/** The database's part: one writer at a time, the head of one case. */
function memoryHeads(): CustodyHeads & { current: Head | null } {
  let queue: Promise<unknown> = Promise.resolve()
  const memory = {
    current: null as Head | null,
    get: () => Promise.resolve(memory.current),
    advance<T>(_case: string, append: (head: Head | null) => Promise<{ head: Head; value: T }>): Promise<T> {
      const turn = queue.then(async () => {
        const { head, value } = await append(memory.current)
        memory.current = head
        return value
      })
      queue = turn.catch(() => undefined)
      return turn
    },
  }
  return memory
}

const entry = (name: string): NewEntry => ({
  at: '2026-11-26T10:00:00.000Z',
  by: 'Ada',
  act: 'added',
  document: null,
  detail: { name },
})
const log = (): Promise<string> => readFile(custody.path('harbour'), 'utf8')
const rewrite = (text: string): Promise<void> => writeFile(custody.path('harbour'), text)
async function three(): Promise<string[]> {
  await custody.append('harbour', ['a', 'b', 'c'].map(entry))
  return (await log()).trimEnd().split('\n')
}
const verify = () => custody.verify('harbour')

describe('custody log', () => {
  it('gives back what was appended, numbered from one', async () => {
    await custody.append('harbour', [entry('a')])
    await custody.append('harbour', [entry('b'), entry('c')])
    const found = []
    for await (const { seq, detail } of custody.entries('harbour')) found.push([seq, detail['name']])
    expect(found).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
    expect(await verify()).toEqual({ entries: 3, broken: null })
  })

  it('proves an empty log', async () => {
    expect(await verify()).toEqual({ entries: 0, broken: null })
  })

  it.each<[string, (lines: string[]) => string[], number]>([
    ['an entry is edited', ([a, b, c]) => [a!, b!.replace('"b"', '"B"'), c!], 2],
    ['an entry is deleted', ([a, , c]) => [a!, c!], 2],
    ['two are swapped', ([a, b, c]) => [b!, a!, c!], 1],
    ['one is inserted twice', ([a, b, c]) => [a!, b!, b!, c!], 3],
    ['the end is cut off', ([a, b]) => [a!, b!], 3],
    ['all is gone', () => [], 1],
  ])('names the first break where %s', async (_, change, seq) => {
    const lines = await three()
    await rewrite(
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    )
    expect((await verify()).broken?.seq).toBe(seq)
  })

  it('names the break where all is signed anew from an edited entry on', async () => {
    await three()
    const forged = await openCustody(join(folder, 'forged'), memoryHeads())
    await forged.append('harbour', ['a', 'B', 'c'].map(entry))
    await rewrite(await readFile(forged.path('harbour'), 'utf8'))
    expect((await verify()).broken).toEqual({
      seq: 3,
      why: 'it is not the entry that the database remembers here',
    })
  })

  it('finds any one changed character', async () => {
    await three()
    const text = await log()
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (at) => {
        const other = text[at] === 'x' ? 'y' : 'x'
        await rewrite(text.slice(0, at) + other + text.slice(at + 1))
        expect((await verify()).broken).not.toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  it('goes on after half a line that a killed process left', async () => {
    await three()
    await appendFile(custody.path('harbour'), '{"seq":4,"at":"20')
    await custody.append('harbour', [entry('d')])
    expect(await verify()).toEqual({ entries: 4, broken: null })
  })

  it('goes on where the process died between the log and the database', async () => {
    await custody.append('harbour', [entry('a')])
    const remembered = heads.current
    await custody.append('harbour', [entry('b')])
    heads.current = remembered
    await custody.append('harbour', [entry('c')])
    expect(await verify()).toEqual({ entries: 3, broken: null })
  })

  it.each([
    ['cut', (lines: string[]) => lines.slice(0, 2)],
    ['changed at its end', (lines: string[]) => [...lines.slice(0, 2), lines[2]!.replace('"c"', '"C"')]],
    ['gone', () => []],
  ])('appends nothing to a log that was %s', async (_, change) => {
    const lines = await three()
    await rewrite(
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    )
    await expect(custody.append('harbour', [entry('d')])).rejects.toMatchObject({ code: 'custody-broken' })
  })

  it('holds whatever text an entry has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1 }),
        async (names) => {
          heads.current = null
          await rm(custody.path('harbour'), { force: true })
          await custody.append(
            'harbour',
            names.map((name) => entry(`${name}\u2028\n","hash":"`)),
          )
          expect(await verify()).toEqual({ entries: names.length, broken: null })
        },
      ),
      { numRuns: 12 },
    )
  })

  it('finds the end of a log whose last entry is longer than what is read at once', async () => {
    await custody.append('harbour', [entry('x'.repeat(300_000))])
    await custody.append('harbour', [entry('b')])
    expect(await verify()).toEqual({ entries: 2, broken: null })
  })

  it('keeps a chain when many append at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => custody.append('harbour', [entry(String(i))])))
    expect(await verify()).toEqual({ entries: 20, broken: null })
  })
})
