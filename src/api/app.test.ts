import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { WhenceError } from '../schema/errors.js'
import type { Reading } from '../schema/reading.js'
import { createApp } from './app.js'
import type { Context } from './context.js'
import { LINES } from './lines.js'

const pageFolder = mkdtempSync(join(tmpdir(), 'whence-page-'))
writeFileSync(join(pageFolder, 'index.html'), '<!doctype html>')
afterAll(() => rmSync(pageFolder, { recursive: true }))

const HOST = '127.0.0.1:4747'
const OWN = `http://${HOST}`
const readingOf = (file: string): Reading => ({ whence: 1, document: { file } }) as unknown as Reading

const context: Context = {
  read: async (bytes, file, progress) => {
    if (file === 'bad.txt') throw new WhenceError('model-missing', 'reader.onnx')
    if (file === 'broken.txt') throw new Error('a step broke')
    progress?.(bytes.length, 10)
    return readingOf(file)
  },
  sample: () => Promise.resolve(readingOf('sample.txt')),
  desk: null,
  pageFolder,
}
const app = createApp(context)
const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(
    app.request(`${OWN}${path}`, { ...init, headers: { host: HOST, ...(init.headers as object) } }),
  )
const post = (file: string, body: string, headers = {}): Promise<Response> =>
  ask(`/api/read?file=${file}`, { method: 'POST', body, headers })

describe('who may ask', () => {
  it.each([
    [{}, 200],
    [{ host: 'localhost:4747' }, 200],
    [{ origin: OWN, 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{ host: 'rebound.example:4747' }, 403],
    [{ host: '127.0.0.1.example' }, 403],
    [{ origin: 'http://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://127.0.0.1:9999' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
  ])('%j: %i', async (headers, status) => {
    const response = await ask('/api/sample', { headers })
    expect(response.status).toBe(status)
    if (status === 403) expect(await response.json()).toMatchObject({ code: 'stranger-refused' })
  })

  it.each(['/', '/api/sample', '/nothing'])('%s lets the page load from itself alone', async (path) => {
    const policy = (await ask(path)).headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })
})

describe('reading', () => {
  it('answers a Reading', async () => {
    expect(await (await post('a.txt', 'He said so.')).json()).toEqual(readingOf('a.txt'))
  })

  it('answers lines to one that asks for progress', async () => {
    const response = await post('a.txt', 'He said', { accept: LINES })
    const lines = (await response.text()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { progress: { done: 7, total: 10 } },
      { reading: readingOf('a.txt') },
    ])
  })

  it.each([
    ['bad.txt', 503, 'model-missing'],
    ['broken.txt', 500, 'reading-failed'],
    ['', 400, 'upload-missing'],
  ])('says what went wrong with "%s"', async (file, status, code) => {
    const response = await post(file, 'x')
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code })
  })

  it('says what went wrong in a line where lines were asked for', async () => {
    const text = await (await post('bad.txt', 'x', { accept: LINES })).text()
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'model-missing' } })
  })

  it('refuses more than 25 MB', async () => {
    const response = await post('long.txt', 'x'.repeat(25 * 1024 * 1024 + 1))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'upload-large' })
  })
})

describe('the page', () => {
  it('stands at /', async () => expect(await (await ask('/')).text()).toBe('<!doctype html>'))
  it.each(['/../package.json', '/%2e%2e/package.json', '/none.js', '/api/none'])(
    '%s is nothing',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )
  it('has no sample where none was wanted', async () => {
    const bare = createApp({ ...context, sample: () => null })
    const response = await bare.request(`${OWN}/api/sample`, { headers: { host: HOST } })
    expect(await response.json()).toMatchObject({ code: 'sample-missing' })
  })
})
