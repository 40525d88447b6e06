import type { Page, Window } from '../store/store.js'

const LIMIT = 1000

/** Every row of a list that comes in pages. */
export async function* rowsOf<T>(page: (window: Window) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let offset = 0; ; offset += LIMIT) {
    const { rows, total } = await page({ offset, limit: LIMIT })
    yield* rows
    if (rows.length === 0 || offset + LIMIT >= total) return
  }
}
