/**
 * Works on up to `limit` items at once and gives the results in the order of the items. Never runs further ahead than
 * `limit`, so memory stays bounded however many items there are. `work` must not reject.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for await (const item of items) {
    running.push(work(item))
    if (running.length >= limit) yield await running.shift()!
  }
  while (running.length > 0) yield await running.shift()!
}
