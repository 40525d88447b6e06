/** What `whence serve` does for cases: answers for them, reads what waits in them, compares them as they change. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { openDesk } from '../api/case/open-desk.js'
import type { Desk } from '../api/case/desk.js'
import { openComparer } from '../workflow/comparer.js'
import { openHome, whereabouts } from '../workflow/home.js'
import type { Reader } from '../workflow/read-document.js'
import { sandboxWarning } from '../workflow/sandbox-warning.js'
import { tend } from '../workflow/tend.js'
import { keeping } from './case.js'
import { complain } from './output.js'
import { packageVersion } from './places.js'

export interface Cases {
  readonly desk: Desk
  /** Restores the sample from a backup where this home has no case of its name. */
  addSample(backup: string): Promise<void>
  /** Makes ready what the map of a case would have to wait for. */
  warm(): Promise<void>
  /** Works until `signal`. Never throws. */
  tend(signal: AbortSignal): Promise<void>
}

const CUT_OFF =
  'In a process apart without network, with no rights but to read the one file, and limits on time and memory.'

/** @throws what opening the home throws. */
export async function openCases(
  reader: () => Promise<Reader>,
  trouble: (error: unknown) => void,
): Promise<Cases> {
  const at = whereabouts()
  const home = await openHome(at)
  const comparer = openComparer(at, complain)
  const { by } = keeping()
  const warning = sandboxWarning()
  const desk = openDesk(home, {
    at,
    version: await packageVersion(),
    sandbox: warning ?? CUT_OFF,
    user: by,
    changed: (caseId) => void comparer.changed(caseId),
    comparing: (caseId) => comparer.comparing(caseId),
    read: async (bytes, file) => (await reader()).read(bytes, file),
    page: async (path, page) => {
      const { pictureOfPage } = await import('../workflow/page-picture.js')
      return pictureOfPage(home, path, page)
    },
  })
  return {
    desk,
    async addSample(backup) {
      if (!existsSync(backup)) return
      const { restoreSample } = await import('../workflow/restore-sample.js')
      await restoreSample(at, home, backup).catch(trouble)
    },
    async warm() {
      if ((await home.store.cases.list()).length === 0) return
      const { warmPlaces } = await import('../workflow/locate-places.js')
      warmPlaces()
    },
    async tend(signal) {
      // What another process did meanwhile is compared, and what is missing of the index is made.
      for (const { id } of await home.store.cases.list()) void comparer.changed(id)
      if (warning !== null) complain(warning)
      await tend(at, home, {
        ...keeping(),
        reader,
        threads: availableParallelism(),
        signal,
        trouble,
        settled: (caseId) => comparer.changed(caseId),
      })
      await comparer.close()
      await home.close()
    },
  }
}
