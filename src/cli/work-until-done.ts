/** The work of a case from a command: with a line that tells how far it is, until nothing waits or somebody interrupts. */
import { availableParallelism } from 'node:os'
import type { Case, DocumentRecord } from '../schema/case.js'
import type { Home } from '../workflow/home.js'
import { keeping } from './case.js'
import { progressLine } from './progress-line.js'

const TOLD_EVERY = 1000

/** Works on one case until nothing of it waits. Gives the documents that failed meanwhile. */
export async function workUntilDone(home: Home, { id, name }: Case): Promise<readonly DocumentRecord[]> {
  const { watchProgress } = await import('../workflow/progress.js')
  const failed: DocumentRecord[] = []
  const progress = watchProgress(home, id, Date.now)
  const tell = (): void => {
    progress().then(
      (now) => process.stderr.write(`\r\u001b[K${progressLine(name, now)}`),
      () => undefined,
    )
  }
  const timer = process.stderr.isTTY ? setInterval(tell, TOLD_EVERY) : null
  try {
    await workOn(home, id, true, (record) => {
      if (record.state === 'failed') failed.push(record)
    })
  } finally {
    if (timer) {
      clearInterval(timer)
      process.stderr.write('\r\u001b[K')
    }
  }
  return failed
}

/** Works on a case (null: all). The first interruption stops after giving back what is held, the second at once. */
export async function workOn(
  home: Home,
  caseId: string | null,
  untilDone: boolean,
  finished?: (record: DocumentRecord) => void,
): Promise<void> {
  const { work } = await import('../workflow/work.js')
  const { openReader } = await import('../workflow/read-document.js')
  const threads = availableParallelism()
  let opened: ReturnType<typeof openReader> | null = null
  const stop = new AbortController()
  const interrupt = (): void => {
    process.exitCode = 130
    if (stop.signal.aborted) process.exit()
    stop.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt)
  try {
    await work(home, {
      ...keeping(),
      caseId,
      reader: () => (opened ??= openReader({ threads })),
      threads,
      untilDone,
      signal: stop.signal,
      ...(finished ? { finished } : {}),
      settled: async (settledCase) => {
        const { compareCase } = await import('../workflow/compare-case.js')
        await compareCase(home, settledCase)
      },
    })
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt)
    if (opened) await (await (opened as ReturnType<typeof openReader>)).close()
  }
}
