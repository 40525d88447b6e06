import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WhenceError } from '../schema/errors.js'
import { int64Rows, loadModel, type Model } from './model.js'
import { createPool } from './pool.js'

const TINY = fileURLToPath(new URL('../../cases/tiny-network', import.meta.url))
const rows = (ids: number[][]) => ({
  ids: int64Rows(ids),
  mask: int64Rows(ids.map((row) => row.map(() => 1))),
})

describe.each<[string, (folder: string, file?: string) => Promise<Model>]>([
  ['loadModel', (folder, file) => loadModel(folder, file ? { file } : {})],
  ['createPool', (folder, file) => createPool(folder, { size: 2, ...(file ? { file } : {}) })],
])('%s', (_, open) => {
  let folder: string
  let opened: Model | null = null
  const openIt = async (file?: string): Promise<Model> => (opened = await open(folder, file))
  const codeOf = async (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'loaded',
      (error: unknown) => (error instanceof WhenceError ? error.code : String(error)),
    )

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whence-model-'))
    await cp(TINY, folder, { recursive: true })
  })
  afterEach(async () => {
    await opened?.close()
    opened = null
    await rm(folder, { recursive: true })
  })

  it('runs the network under its own names', async () => {
    const model = await openIt()
    expect(model.inputs).toEqual(['ids', 'mask'])
    expect(model.outputs).toEqual(['doubled', 'sum'])
    expect(model.manifest).toMatchObject({ name: 'tiny', labels: { sum: ['sum'] } })
    expect(await model.run(rows([[1, 2, 3], [4]]))).toEqual({
      doubled: { dims: [2, 3], data: new Float32Array([2, 4, 6, 8, 0, 0]) },
      sum: { dims: [2], data: new BigInt64Array([6n, 4n]) },
    })
  })

  it('answers each of many passes with its own result', async () => {
    const model = await openIt()
    const results = await Promise.all(Array.from({ length: 40 }, (_, n) => model.run(rows([[n]]))))
    expect(results.map((r) => r['doubled']!.data[0])).toEqual(Array.from({ length: 40 }, (_, n) => 2 * n))
  })

  it('rejects a pass with a missing or misshapen input and goes on', async () => {
    const model = await openIt()
    await expect(model.run({ ids: int64Rows([[1]]) })).rejects.toThrow()
    await expect(model.run({ ...rows([[1, 2]]), mask: int64Rows([[1, 1, 1]]) })).rejects.toThrow()
    expect((await model.run(rows([[5]])))['sum']!.data).toEqual(new BigInt64Array([5n]))
  })

  it('names what is missing', async () => {
    expect(await codeOf(open(folder, 'other.onnx'))).toBe('model-missing')
    await rm(join(folder, 'reader.onnx'))
    expect(await codeOf(open(folder))).toBe('model-missing')
    expect(await codeOf(open(join(folder, 'nowhere')))).toBe('model-missing')
  })

  it('refuses a network that differs from its manifest in one bit', async () => {
    const bytes = await readFile(join(folder, 'reader.onnx'))
    bytes[100]! ^= 1
    await writeFile(join(folder, 'reader.onnx'), bytes)
    expect(await codeOf(open(folder))).toBe('model-damaged')
  })

  it.each([
    '',
    '{',
    '[]',
    '{"name":"x","version":"1","files":{"../x":{"sha256":"' + '0'.repeat(64) + '","bytes":1}},"labels":{}}',
  ])('refuses the manifest %s', async (manifest) => {
    await writeFile(join(folder, 'manifest.json'), manifest)
    expect(await codeOf(open(folder))).toBe('model-damaged')
  })

  it('refuses bytes that are no network even where the manifest lists them', async () => {
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
      files: Record<string, unknown>
    }
    // The SHA-256 of "not a network".
    manifest.files['reader.onnx'] = {
      sha256: '0e668baeb36bdc26f2e1d0ef18231cf9691164e23adc211315ded82fd710e114',
      bytes: 13,
    }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
    await writeFile(join(folder, 'reader.onnx'), 'not a network')
    expect(await codeOf(open(folder))).toBe('model-damaged')
  })
})

describe('createPool', () => {
  it('rejects what it can no longer run', async () => {
    const pool = await createPool(TINY, { size: 1 })
    await pool.close()
    await expect(pool.run(rows([[1]]))).rejects.toThrow('closed')
  })

  it('leaves the calling thread free while it computes', async () => {
    const pool = await createPool(TINY, { size: 1 })
    const wide = rows([Array.from({ length: 2_000_000 }, (_, i) => i)])
    const running = pool.run(wide).then(() => 'pass')
    const tick = new Promise<string>((resolve) => setImmediate(() => resolve('tick')))
    expect(await Promise.race([running, tick])).toBe('tick')
    await running
    await pool.close()
  })
})

describe('a pool that is closed', () => {
  it('lets a pass under way come to its end first', async () => {
    const pool = await createPool(TINY, { size: 1 })
    const wide = rows([Array.from({ length: 2_000_000 }, (_, i) => i)])
    const running = pool.run(wide)
    const never = expect(pool.run(wide)).rejects.toThrow('closed')
    await pool.close()
    await never
    expect(Object.keys(await running)).toEqual([...pool.outputs])
  })
})

describe('int64Rows', () => {
  it('fills shorter rows up', () =>
    expect(int64Rows([[1, 2], [3], []], 9)).toEqual({
      dims: [3, 2],
      data: new BigInt64Array([1n, 2n, 3n, 9n, 9n, 9n]),
    }))
  it('gives an empty tensor for no rows', () =>
    expect(int64Rows([])).toEqual({ dims: [0, 0], data: new BigInt64Array(0) }))
})
