/**
 * A process that writes to a store, to be killed or to be one of several:
 * `node --import tsx test/store-writer.ts LOCATION CASE PREFIX COUNT`. Prints a document's file once it is finished.
 */
import { openStore, type Location } from '../src/store/open.js'
import { claim, derived, idOf, newDocument } from './builders/readings.js'

const [location, name, prefix, count] = process.argv.slice(2) as [string, string, string, string]
const store = await openStore(JSON.parse(location) as Location)
const { id } = await store.cases.open(name)
for (let i = 0; i < Number(count); i++) {
  const file = `${prefix}-${i}.txt`
  await store.documents.add(id, [newDocument(file)])
  const now = Date.now()
  const [from, until] = [now, now + 600_000].map((t) => new Date(t).toISOString()) as [string, string]
  const taken = await store.documents.take(id, prefix, from, until)
  if (!taken) continue
  const claims = Array.from({ length: 20 }, (_, c) =>
    claim(`${taken.file}:${c}`, `Claim ${c} of ${taken.file}`),
  )
  const text = `The wall of ${taken.file} stood. `.repeat(200)
  const children = [newDocument(`${taken.file}/child`, { parent: idOf(taken.file) })]
  const done = taken.parent === null ? children : []
  const finished = await store.documents.finish(
    id,
    taken.id,
    prefix,
    { ...derived(taken.file, { text, claims }) },
    done,
  )
  if (finished) process.stdout.write(`${taken.file}\n`)
}
await store.close()
