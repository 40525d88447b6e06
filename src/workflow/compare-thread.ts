/** The thread in which a served case is compared: the page goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { openMeaning } from '../inference/meaning.js'
import type { Asked, Answered } from './comparer.js'
import { openHome, type Whereabouts } from './home.js'
import { investigateCase } from './investigate-case.js'
import { MEANING_FOLDER } from './investigate.js'

const port = parentPort!
const home = await openHome(workerData as Whereabouts)
const meaning = openMeaning(MEANING_FOLDER)

port.on('message', ({ caseId }: Asked) => {
  investigateCase(home, caseId, (texts) => meaning.embed(texts)).then(
    () => port.postMessage({ caseId } satisfies Answered),
    (error: unknown) =>
      port.postMessage({
        caseId,
        error: error instanceof Error ? error.message : String(error),
      } satisfies Answered),
  )
})
