/** An import that is killed again and again: nothing acknowledged is lost, nothing is read twice. WHENCE_KILLS says how often. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeArticles } from './articles.js'
import { documents, lines, run, start } from './command.js'

const KILLS = Number(process.env['WHENCE_KILLS'] ?? 3)
const FILES = Math.max(20, Math.min(400, KILLS * 4))
/** Milliseconds a run may live: from its first breath to the middle of the reading. */
const LONGEST = 6000

const folder = mkdtempSync(join(tmpdir(), 'whence-kills-'))
const [home, papers] = [join(folder, 'home'), join(folder, 'papers')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Line {
  readonly id: string
  readonly document: string
}

describe('an import that is killed', () => {
  it(`${KILLS} times ends as one that was not`, { timeout: 120_000 + KILLS * 60_000 }, async () => {
    let files = FILES
    let expected = writeArticles(papers, files)
    const moments: number[] = []
    let ended = 0
    while (moments.length < KILLS && ended < KILLS + 10) {
      const run = start(home, 'add', 'bridge', papers)
      const moment = Math.round(100 + Math.random() * LONGEST)
      const timer = setTimeout(() => run.child.kill('SIGKILL'), moment)
      if ((await run.ended).signal === 'SIGKILL') moments.push(moment)
      else {
        // Nothing is left to interrupt: there is more to import from now on.
        ended++
        expected = writeArticles(papers, (files += 10))
      }
      clearTimeout(timer)
    }
    expect(moments).toHaveLength(KILLS)

    const last = await run(home, 'add', 'bridge', papers, '--json')
    expect([last.code, last.err]).toEqual([0, ''])
    const listed = await documents(home, 'bridge')
    expect(listed.filter(({ state }) => state !== 'done')).toEqual([])
    expect(listed).toHaveLength(expected)
    expect(new Set(listed.map(({ id }) => id)).size).toBe(expected)

    // Each claim once, and as many as the documents say they have.
    const claims = await lines<Line>(home, 'claims', 'bridge')
    const keys = claims.map(({ document, id }) => `${document}#${id}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(claims.length).toBe(listed.reduce((sum, d) => sum + d.claims, 0))
    const whole = listed.filter(({ file }) => file.endsWith('.txt'))
    expect(whole.filter((d) => d.claims === 0)).toEqual([])

    const [verified] = await lines<{ broken: string | null; originals: number }>(home, 'verify', 'bridge')
    expect(verified).toMatchObject({ broken: null, originals: expected })
    const claimed = claims.length
    console.log(JSON.stringify({ proof: 'kills', asked: KILLS, killed: moments.length, ended, from: Math.min(...moments), to: Math.max(...moments), documents: listed.length, claims: claimed, lost: 0, twice: 0 })) // prettier-ignore
    // Nothing half written is left once somebody has worked here again.
    expect(readdirSync(join(home, 'scratch'))).toEqual([])
  })
})
