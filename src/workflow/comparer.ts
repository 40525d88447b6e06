/** Compares cases as they change, one at a time, in a thread of its own; several changes at once are compared once. */
import { Worker } from 'node:worker_threads'
import type { Whereabouts } from './home.js'

export interface Asked {
  readonly caseId: string
}
export interface Answered extends Asked {
  readonly error?: string
}

export interface Comparer {
  /** Something of the case changed. Resolves when it has been compared since. */
  changed(caseId: string): Promise<void>
  comparing(caseId: string): boolean
  close(): Promise<void>
}

/** `trouble` is told what went wrong; the next change tries again. */
export function openComparer(at: Whereabouts, trouble: (message: string) => void): Comparer {
  let worker: Worker | null = null
  let running: string | null = null
  const waiting = new Map<string, { promise: Promise<void>; done(): void }>()
  let underWay: { done(): void } | null = null

  const start = (): Worker => {
    const started = startThread(at)
    started.on('message', ({ error }: Answered) => {
      if (error !== undefined) trouble(error)
      settle()
    })
    started.on('error', (error) => {
      trouble(error.message)
      worker = null
      settle()
    })
    started.unref()
    return started
  }
  const settle = (): void => {
    underWay?.done()
    underWay = null
    running = null
    next()
  }
  const next = (): void => {
    const [first] = waiting
    if (running !== null || !first) return
    const [caseId, task] = first
    waiting.delete(caseId)
    running = caseId
    underWay = task
    worker ??= start()
    worker.postMessage({ caseId } satisfies Asked)
  }
  return {
    changed(caseId) {
      let task = waiting.get(caseId)
      if (!task) {
        let done = (): void => {}
        const promise = new Promise<void>((resolve) => (done = resolve))
        waiting.set(caseId, (task = { promise, done: () => done() }))
      }
      next()
      return task.promise
    },
    comparing: (caseId) => running === caseId || waiting.has(caseId),
    close: async () => {
      await worker?.terminate()
    },
  }
}

/** Run from its sources, it first needs the loader that this file was loaded with. */
function startThread(at: Whereabouts): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./compare-thread.js', import.meta.url), { workerData: at })
  const loader = import.meta.resolve('tsx/esm/api')
  const entry = new URL('./compare-thread.ts', import.meta.url).href
  const code = `import(${JSON.stringify(loader)}).then((tsx) => (tsx.register(), import(${JSON.stringify(entry)})))`
  return new Worker(code, { eval: true, workerData: at })
}
