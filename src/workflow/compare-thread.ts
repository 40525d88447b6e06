/** The thread in which a served case is compared: the page goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { openMeaning } from '../inference/meaning.js'
import type { Asked, Answered } from './comparer.js'
import { openHome, type Whereabouts } from './home.js'
import { investigateCase } from './investigate-case.js'
import { indexMeaning } from './meaning-index.js'
import { MEANING_FOLDER } from './investigate.js'

const port = parentPort!
const home = await openHome(workerData as Whereabouts)
const meaning = openMeaning(MEANING_FOLDER)

let later: Promise<number> = Promise.resolve(0)

port.on('message', ({ caseId }: Asked) => {
  const embed = (texts: readonly string[]): Promise<readonly Float32Array[]> => meaning.embed(texts)
  investigateCase(home, caseId, embed).then(
    () => {
      port.postMessage({ caseId } satisfies Answered)
      // Nobody waits for it.
      later = later.then(() => indexMeaning(home, caseId, embed)).catch(() => 0)
    },
    (error: unknown) =>
      port.postMessage({
        caseId,
        error: error instanceof Error ? error.message : String(error),
      } satisfies Answered),
  )
})
