/** Characters in pictures: Tesseract's LSTM recogniser (WebAssembly) with the English data of the package. Never fetches anything. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Page as Found, Worker } from 'tesseract.js'

const require = createRequire(import.meta.url)
const DATA = dirname(require.resolve('@tesseract.js-data/eng/package.json'))
/** The integer weights: as good on print, a quarter of the size. */
const LANGUAGE_DATA = `${DATA}/4.0.0_best_int`
const LSTM_ONLY = 1
/** A page that takes longer is no page. */
const LONGEST = 45_000

export interface Recogniser {
  /** The words in a picture file (PGM, PNG, JPEG). @throws Error where it is no picture or takes too long. */
  recognise(picture: Buffer): Promise<Found>
  close(): Promise<void>
}

/** One thread, started with the first picture and used for all of a document. */
export function openRecogniser(): Recogniser {
  let worker: Promise<Worker> | null = null
  const close = async (): Promise<void> => {
    const ending = worker
    worker = null
    await (await ending?.catch(() => null))?.terminate()
  }
  return {
    async recognise(picture) {
      worker ??= start()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, refuse) => {
        timer = setTimeout(() => refuse(new Error('recognising it took too long')), LONGEST)
      })
      try {
        const { data } = await Promise.race([
          (await worker).recognize(picture, {}, { text: false, blocks: true }),
          late,
        ])
        return data
      } catch (error) {
        // What state a failed worker is in is not known; the next picture gets a new one.
        await close()
        throw error instanceof Error ? error : new Error(String(error))
      } finally {
        clearTimeout(timer)
      }
    },
    close,
  }
}

async function start(): Promise<Worker> {
  const { default: tesseract } = await import('tesseract.js')
  const worker = await tesseract.createWorker('eng', LSTM_ONLY, {
    langPath: LANGUAGE_DATA,
    cacheMethod: 'none',
    gzip: true,
    // Without one tesseract.js throws where nobody can catch it; the call itself is refused as well.
    errorHandler: () => {},
  })
  // Else it is estimated, and the estimate printed.
  await worker.setParameters({ user_defined_dpi: '200' })
  return worker
}
