/** Which document stands on the page, and how far the next one has come. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchSample, readDocument } from '../../api/client.js'
import type { Reading } from '../../schema/reading.js'

export type Shown =
  | { readonly state: 'loading' }
  | { readonly state: 'empty' }
  | { readonly state: 'ready'; readonly reading: Reading }
  | {
      readonly state: 'reading'
      readonly file: string
      readonly progress: Progress | null
    }
  | { readonly state: 'failed'; readonly message: string; readonly retry: () => void }

export interface Progress {
  readonly done: number
  readonly total: number
  readonly secondsLeft: number | null
}

export interface Shelf {
  readonly shown: Shown
  open(body: Blob, file: string): void
  cancel(): void
}

export function useDocument(onReady: () => void): Shelf {
  const [shown, setShown] = useState<Shown>({ state: 'loading' })
  const last = useRef<Shown>({ state: 'empty' })
  const running = useRef<AbortController | null>(null)

  const show = useCallback((next: Shown) => {
    if (next.state === 'ready' || next.state === 'empty') last.current = next
    setShown(next)
  }, [])

  const loadSample = useCallback(() => {
    show({ state: 'loading' })
    fetchSample().then(
      (reading) => show(reading ? { state: 'ready', reading } : { state: 'empty' }),
      (error: Error) => show({ state: 'failed', message: error.message, retry: loadSample }),
    )
  }, [show])
  useEffect(loadSample, [loadSample])

  const open = useCallback(
    (body: Blob, file: string) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      show({ state: 'reading', file, progress: null })
      const started = performance.now()
      const onProgress = (done: number, total: number): void => {
        const seconds = (performance.now() - started) / 1000
        // The first moments say little about the rest.
        const secondsLeft = done > 0 && seconds > 1 ? Math.ceil((seconds / done) * (total - done)) : null
        if (!controller.signal.aborted)
          show({ state: 'reading', file, progress: { done, total, secondsLeft } })
      }
      readDocument(body, file, { signal: controller.signal, onProgress }).then(
        (reading) => {
          if (controller.signal.aborted) return
          onReady()
          show({ state: 'ready', reading })
        },
        (error: Error) => {
          if (controller.signal.aborted) return
          show({ state: 'failed', message: error.message, retry: () => open(body, file) })
        },
      )
    },
    [show, onReady],
  )

  const cancel = useCallback(() => {
    running.current?.abort()
    setShown(last.current)
  }, [])

  return { shown, open, cancel }
}
