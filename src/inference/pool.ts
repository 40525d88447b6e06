/**
 * Several copies of a network, each in a thread of its own: passes run side by side, and the calling thread stays free
 * to answer others meanwhile. Two copies of one thread each were about twice as fast as one copy with two threads
 * (6,600 to 9,700 against 3,700 to 4,900 pieces a second; 8-bit MiniLM, windows of 256, two busy cores).
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { WhenceError } from '../schema/errors.js'
import { readListed, readManifest } from './manifest.js'
import { type Model, type ModelOptions, READER, type Tensors } from './model.js'

export interface PoolOptions extends ModelOptions {
  /** How many copies; each takes about 150 MB. One core each is best. */
  readonly size?: number
}

/** Copies of a network that many short texts go through: one for each of two cores. */
export const COPIES = Math.min(2, availableParallelism())

/** What a thread says to the pool. */
export type Reply =
  | { readonly kind: 'ready'; readonly inputs: readonly string[]; readonly outputs: readonly string[] }
  | { readonly kind: 'refused' }
  | { readonly kind: 'done'; readonly outputs: Tensors }
  | { readonly kind: 'failed'; readonly why: string }

/** What a thread is started with; afterwards it is sent Tensors, one set at a time. */
export interface Start {
  readonly bytes: SharedArrayBuffer
  readonly threads: number
}

interface Task {
  readonly inputs: Tensors
  resolve(outputs: Tensors): void
  reject(error: Error): void
}

interface Thread {
  readonly worker: Worker
  task: Task | null
}

type Ready = Extract<Reply, { kind: 'ready' }>

/** Starts a thread. Run from its sources, it first needs the loader that this file was loaded with. */
function startThread(start: Start): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./pool-thread.js', import.meta.url), { workerData: start })
  const loader = import.meta.resolve('tsx/esm/api')
  const entry = new URL('./pool-thread.ts', import.meta.url).href
  const code = `import(${JSON.stringify(loader)}).then((tsx) => (tsx.register(), import(${JSON.stringify(entry)})))`
  return new Worker(code, { eval: true, workerData: start })
}

/** Starts the copies; the pool is used like one model. Throws what loadModel() throws. */
export async function createPool(
  folder: string,
  { size = 1, file = READER, threads: within = 1 }: PoolOptions = {},
): Promise<Model> {
  const manifest = await readManifest(folder)
  const listed = await readListed(folder, manifest, file)
  const bytes = new SharedArrayBuffer(listed.byteLength)
  new Uint8Array(bytes).set(listed)

  const threads: Thread[] = []
  const waiting: Task[] = []
  let closed = false
  let idle = (): void => {}

  const assign = (): void => {
    for (const thread of threads) {
      if (thread.task) continue
      const task = waiting.shift()
      if (!task) return
      thread.task = task
      thread.worker.ref()
      thread.worker.postMessage(task.inputs)
    }
  }
  const finish = (thread: Thread, settle: (task: Task) => void): void => {
    const { task } = thread
    thread.task = null
    // An idle pool keeps no process alive.
    thread.worker.unref()
    if (task) settle(task)
    assign()
    if (threads.every((t) => !t.task)) idle()
  }
  const lose = (thread: Thread, why: string): void => {
    const at = threads.indexOf(thread)
    if (at >= 0) threads.splice(at, 1)
    const error = new Error(why)
    thread.task?.reject(error)
    thread.task = null
    if (threads.length === 0) for (const task of waiting.splice(0)) task.reject(error)
    if (threads.every((t) => !t.task)) idle()
  }

  const started = await Promise.allSettled(
    Array.from({ length: size }, async () => {
      const worker = startThread({ bytes, threads: within })
      const ready = await firstReply(worker)
      if (ready.kind !== 'ready') throw new WhenceError('model-damaged', join(folder, file))
      const thread: Thread = { worker, task: null }
      threads.push(thread)
      worker.on('message', (reply: Reply) => {
        if (reply.kind === 'done') finish(thread, (task) => task.resolve(reply.outputs))
        else if (reply.kind === 'failed') finish(thread, (task) => task.reject(new Error(reply.why)))
      })
      worker.on('error', (error) => lose(thread, error.message))
      worker.on('exit', (code) => lose(thread, `the reading thread ended with ${code}`))
      worker.unref()
      return ready
    }),
  )
  const close = async (): Promise<void> => {
    closed = true
    for (const task of waiting.splice(0)) task.reject(new Error('the pool is closed'))
    // A thread that is ended in the middle of a pass takes the whole process with it.
    if (threads.some((t) => t.task)) await new Promise<void>((done) => (idle = done))
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }
  const ready: Ready[] = []
  for (const result of started) {
    if (result.status === 'fulfilled') ready.push(result.value)
    else {
      await close()
      throw result.reason
    }
  }
  const [{ inputs, outputs }] = ready as [Ready]
  return {
    manifest,
    inputs,
    outputs,
    run: (tensors) =>
      new Promise((resolve, reject) => {
        if (closed || threads.length === 0) return reject(new Error('the pool is closed'))
        waiting.push({ inputs: tensors, resolve, reject })
        assign()
      }),
    close,
  }
}

function firstReply(worker: Worker): Promise<Reply> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (reply: Reply) => {
      worker.off('error', reject)
      resolve(reply)
    })
  })
}
