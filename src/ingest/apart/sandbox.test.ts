import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandFor, held } from './sandbox.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-sandbox-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [input, output, entry] = [join(folder, 'in'), join(folder, 'out'), join(folder, 'attempt.mjs')]
for (const path of [input, output]) mkdirSync(path)
writeFileSync(join(input, 'given'), 'given')
writeFileSync(join(folder, 'secret'), 'secret')

/** What a piece of code that took the process over comes to: the code of the error, or 'done'. */
function attempt(code: string): string {
  writeFileSync(
    entry,
    `import fs from 'node:fs'; import { spawnSync } from 'node:child_process'
    const [input, output, folder] = ${JSON.stringify([input, output, folder])}
    const tell = (what) => console.log(what)
    try { ${code}; } catch (error) { tell(error.code ?? error.cause?.code ?? error.name) }`,
  )
  const rights = { input, output, native: false, memory: 64, file: 1_000_000 }
  const [command, args] = commandFor({ entry, readable: [] }, rights)
  const { stdout, signal } = spawnSync(command, args, { env: {}, encoding: 'utf8', timeout: 30_000 })
  return stdout.trim() || String(signal)
}

describe('the process apart', () => {
  it.each<[string, string, string]>([
    ['reads what it is given', "tell(fs.readFileSync(input + '/given', 'utf8'))", 'given'],
    ['writes to its folder', "fs.writeFileSync(output + '/a', 'a'); tell('done')", 'done'],
    ['reads nothing else', "fs.readFileSync(folder + '/secret')", 'ERR_ACCESS_DENIED'],
    ['lists nothing else', "fs.readdirSync('/')", 'ERR_ACCESS_DENIED'],
    ['writes nowhere else', "fs.writeFileSync(folder + '/b', 'b')", 'ERR_ACCESS_DENIED'],
    ['does not change what it is given', "fs.writeFileSync(input + '/given', 'b')", 'ERR_ACCESS_DENIED'],
    ['starts no program', "spawnSync('true')", 'ERR_ACCESS_DENIED'],
    ['loads no native code', "process.dlopen({ exports: {} }, '/lib/x.node')", 'ERR_DLOPEN_DISABLED'],
    ['starts no thread', "const { Worker } = await import('node:worker_threads'); new Worker('', { eval: true })", 'ERR_ACCESS_DENIED'], // prettier-ignore
    ['has no environment', 'tell(Object.keys(process.env).length)', '0'],
  ])('%s', (_, code, outcome) => expect(attempt(code)).toBe(outcome))

  it.skipIf(!held().network)('reaches no network', () => {
    expect(
      attempt(
        "const net = await import('node:net'); await new Promise((_, no) => net.connect(80, '127.0.0.1').on('error', no))",
      ),
    ).toBe('ENETUNREACH')
  })

  it.skipIf(!held().limits)('writes no file beyond its limit', () => {
    expect(attempt("fs.writeFileSync(output + '/large', Buffer.alloc(2_000_000)); tell('done')")).not.toBe(
      'done',
    )
    expect(existsSync(join(folder, 'b'))).toBe(false)
  })
})
