/** A network in ONNX, run on the CPU by ONNX Runtime. */
import { join } from 'node:path'
import { WhenceError } from '../schema/errors.js'
import { type Manifest, readListed, readManifest } from './manifest.js'

export interface Tensor<D = Float32Array | Int32Array | BigInt64Array | Uint8Array | Int8Array> {
  readonly dims: readonly number[]
  readonly data: D
}
/** The network's file where none is named. */
export const READER = 'reader.onnx'

export type Tensors = Readonly<Record<string, Tensor>>

/** A loaded network. */
export interface Network {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** One pass. Names and shapes are the network's; rejects where an input is missing or has another shape. */
  run(inputs: Tensors): Promise<Tensors>
  close(): Promise<void>
}

/** A network with the manifest of the folder it came from. */
export interface Model extends Network {
  readonly manifest: Manifest
}

export interface ModelOptions {
  /** The network's file in the folder. */
  readonly file?: string
  /** Threads inside one pass: more than one gains little for windows of this length. */
  readonly threads?: number
}

/**
 * Loads a network from a folder with a manifest. ONNX Runtime computes on the calling thread, which hears nothing
 * else meanwhile; a server uses createPool().
 * Throws WhenceError 'model-missing' or 'model-damaged'.
 */
export async function loadModel(
  folder: string,
  { file = READER, threads = 1 }: ModelOptions = {},
): Promise<Model> {
  const manifest = await readManifest(folder)
  const bytes = await readListed(folder, manifest, file)
  try {
    return { manifest, ...(await openNetwork(bytes, threads)) }
  } catch {
    throw new WhenceError('model-damaged', join(folder, file))
  }
}

/** A network from the bytes of its file. Rejects where ONNX Runtime cannot use them. */
export async function openNetwork(bytes: Uint8Array, threads: number): Promise<Network> {
  // Imported late: the runtime takes time to load, which no command without a model should wait for.
  const { InferenceSession, Tensor: OrtTensor } = await import('onnxruntime-node')
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 4,
  })
  return {
    inputs: session.inputNames,
    outputs: session.outputNames,
    async run(inputs) {
      const feeds = Object.fromEntries(
        Object.entries(inputs).map(([name, { dims, data }]) => [
          name,
          new OrtTensor(data as Float32Array, [...dims]),
        ]),
      )
      const results = await session.run(feeds)
      return Object.fromEntries(
        Object.entries(results).map(([name, { dims, data }]) => [
          name,
          { dims, data: data as Tensor['data'] },
        ]),
      )
    },
    close: () => session.release(),
  }
}

/** Rows of whole numbers as one int64 tensor, shorter rows filled up with `fill`; [rows, width]. */
export function int64Rows(rows: readonly (readonly number[])[], fill = 0): Tensor<BigInt64Array> {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const data = new BigInt64Array(rows.length * width).fill(BigInt(fill))
  rows.forEach((row, r) => row.forEach((value, c) => (data[r * width + c] = BigInt(value))))
  return { dims: [rows.length, width], data }
}
