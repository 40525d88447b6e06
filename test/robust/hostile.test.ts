/**
 * A folder of broken and hostile files: all are imported, none ends the program, none hangs, none is lost silently.
 * WHENCE_HOSTILE=all takes all of them.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/store/custody.js'
import { documents, run } from './command.js'
import { damaged, type Hostile, made } from './hostile.js'

const ALL = process.env['WHENCE_HOSTILE'] === 'all'
const folder = mkdtempSync(join(tmpdir(), 'whence-hostile-'))
const [home, papers] = [join(folder, 'home'), join(folder, 'papers')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const everything = [...made(), ...damaged(resolve(import.meta.dirname, '../../cases'), 2)]
/** The heaviest are for the long run. */
const HEAVY = /bombs-many|members-5000|many\.mbox|nested-30|long\.docx|one-line|headers\.eml|parts\.eml/
const some = everything.filter(({ name }, i) => ALL || (i % 12 === 0 && !HEAVY.test(name)))

const sha256 = ({ bytes }: Hostile): string => createHash('sha256').update(bytes).digest('hex')

describe('broken and hostile files', () => {
  it('are at least 500', () => expect(new Set(everything.map(sha256)).size).toBeGreaterThanOrEqual(500))

  it(
    `${some.length} of them end the program, hang it or get lost: none`,
    { timeout: ALL ? 3_600_000 : 300_000 },
    async () => {
      mkdirSync(papers)
      for (const { name, bytes } of some) writeFileSync(join(papers, name), bytes)
      const { code, signal, err } = await run(home, 'add', 'hostile', papers)
      expect([code, signal]).toEqual([1, null])
      expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)

      const listed = await documents(home, 'hostile')
      const byId = new Map(listed.map((d) => [d.id, d]))
      expect(some.filter((file) => !byId.has(sha256(file))).map(({ name }) => name)).toEqual([])
      expect(listed.filter(({ state }) => state !== 'done' && state !== 'failed')).toEqual([])
      // What failed says why, what holds no words and no documents says so, and nothing was written elsewhere.
      expect(listed.filter(({ state, reason }) => state === 'failed' && !reason?.message)).toEqual([])
      const containers = containersIn(join(home, 'custody'))
      const silent = listed.filter(
        (d) => d.state === 'done' && d.words === 0 && d.problems === 0 && !containers.has(d.id),
      )
      expect(silent.map(({ file }) => file)).toEqual([])
      for (const path of ['/etc/cron.d/x', '/etc/x', join(folder, 'x.txt'), join(folder, 'b')])
        expect(existsSync(path)).toBe(false)
      expect((await run(home, 'verify', 'hostile')).code).toBe(0)
      if (ALL) console.log(tally(listed))
    },
  )
})

/** The documents within which others lie, as the log has it. */
function containersIn(custody: string): Set<string> {
  const found = new Set<string>()
  for (const log of readdirSync(custody))
    for (const line of readFileSync(join(custody, log), 'utf8').split('\n').filter(Boolean)) {
      const { act, document, detail } = JSON.parse(line) as Entry
      if (act === 'derived' && document !== null && Number(detail['children']) > 0) found.add(document)
    }
  return found
}

function tally(
  listed: readonly { state: string; reason: { code: string } | null }[],
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state, reason } of listed) {
    const key = reason ? `${state}: ${reason.code}` : state
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
