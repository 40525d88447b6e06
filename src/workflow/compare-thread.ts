/** The thread in which a served case is compared: the page goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Asked, Answered } from './comparer.js'
import { openHome, type Whereabouts } from './home.js'
import { investigateCase } from './investigate-case.js'
import { indexMeaning } from './meaning-index.js'
import { openNetworks } from './networks.js'

const port = parentPort!
const home = await openHome(workerData as Whereabouts)
const networks = openNetworks()

let later: Promise<number> = Promise.resolve(0)

port.on('message', ({ caseId }: Asked) => {
  investigateCase(home, caseId, networks).then(
    () => {
      port.postMessage({ caseId } satisfies Answered)
      // Nobody waits for it.
      later = later.then(() => indexMeaning(home, caseId, networks.embed)).catch(() => 0)
    },
    (error: unknown) =>
      port.postMessage({
        caseId,
        error: error instanceof Error ? error.message : String(error),
      } satisfies Answered),
  )
})
