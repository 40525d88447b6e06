/** Search over a hundred thousand passages: on SQLite, and on PostgreSQL where WHENCE_TEST_DATABASE_URL names a server. */
import { createHash } from 'node:crypto'
import type { Derived } from '../src/schema/case.js'
import type { Mention } from '../src/schema/reading.js'
import { openStore } from '../src/store/open.js'
import type { Query, Store } from '../src/store/store.js'
import { databases } from '../test/databases.js'
import type { Row, Section } from './report.js'

const PASSAGES = 100_000
const PER_DOCUMENT = 50
const QUERIES = 300

/** Numbers from 0 to 1, the same every time (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const SYLLABLES = 'ba ke lo mi nu ra se ti vo za dri fle gro pla sta the chu wen kor zhi'.split(' ')
const VOCABULARY = Array.from({ length: 60_000 }, (_, i) => {
  let word = ''
  for (let n = i + 1; n > 0; n = Math.floor(n / SYLLABLES.length)) word += SYLLABLES[n % SYLLABLES.length]!
  return word
})

/** A word as often as words come in a language (Zipf's law): the n-th one time in n. */
const wordBy = (next: () => number): string =>
  VOCABULARY[Math.min(VOCABULARY.length - 1, Math.floor(VOCABULARY.length ** next()) - 1)]!

function documentOf(number: number, next: () => number): Derived {
  const mentions: Mention[] = []
  let text = ''
  for (let p = 0; p < PER_DOCUMENT; p++) {
    for (let w = 0; w < 90; w++) {
      const word = wordBy(next)
      if (w === 7) {
        const name = word[0]!.toUpperCase() + word.slice(1)
        const start = text.length
        mentions.push({
          id: `${p}`,
          start,
          end: start + name.length,
          text: name,
          form: 'name',
          type: 'Person',
          entity: null,
        })
        text += `${name} `
      } else text += `${word} `
    }
    text += '\n'
  }
  const id = createHash('sha256').update(`${number}`).digest('hex')
  const document = { id, file: `${number}.txt`, mediaType: 'text/plain', language: 'en', text }
  const unknown = { title: null, publisher: `Paper ${number % 10}`, byline: [], published: null }
  const none = { sentences: [], entities: [], times: [], quantities: [], attributions: [], claims: [] }
  return {
    reading: {
      whence: 1,
      document: { ...document, ...unknown },
      mentions,
      ...none,
      findings: [],
      problems: [],
    },
    ...{ parts: [], turns: [], fields: [], headers: [], languages: [], pages: null, madeBy: 'bench' },
  }
}

async function fill(store: Store, caseId: string): Promise<void> {
  const next = random(1)
  const now = new Date().toISOString()
  const until = new Date(Date.now() + 3_600_000).toISOString()
  for (let number = 0; number < PASSAGES / PER_DOCUMENT; number++) {
    const derived = documentOf(number, next)
    const { id, file, text } = derived.reading.document
    await store.documents.add(caseId, [
      { id, file, parent: null, bytes: text.length, added: now, addedBy: 'bench' },
    ])
    await store.documents.take(caseId, 'bench', now, until)
    await store.documents.finish(caseId, id, 'bench', derived, [])
  }
}

/** Words as frequent as these fifty ("the", "of" …) are typed only within phrases. */
const GRAMMAR = 50

/** What reporters type: a word, two or three, a phrase, a name in another spelling, with and without a filter. */
function queries(next: () => number): Query[] {
  const word = (): string => {
    for (;;) {
      const found = wordBy(next)
      if (VOCABULARY.indexOf(found) >= GRAMMAR) return found
    }
  }
  const kinds: (() => Query)[] = [
    () => ({ words: word() }),
    () => ({ words: `${word()} ${word()}` }),
    () => ({ words: `${word()} ${word()} -${word()}` }),
    () => ({ words: `"${wordBy(next)} ${word()}"` }),
    () => ({ words: `${word().replace('k', 'c')}~` }),
    () => ({ words: word(), publisher: 'Paper 3' }),
  ]
  return Array.from({ length: QUERIES }, (_, i) => kinds[i % kinds.length]!())
}

export async function search(): Promise<Section[]> {
  const sections: Section[] = []
  for (const database of databases) {
    const { location, drop } = await database.make()
    const store = await openStore(location)
    try {
      const { id } = await store.cases.open('bench')
      const began = performance.now()
      await fill(store, id)
      const seconds = (performance.now() - began) / 1000
      const times: number[] = []
      for (const query of queries(random(2))) {
        const start = performance.now()
        await store.search.find(id, query, { limit: 20 })
        times.push(performance.now() - start)
      }
      times.sort((a, b) => a - b)
      const share = (part: number) => times[Math.floor(times.length * part)]!
      const rows: Row[] = [
        { what: 'milliseconds a query, median', value: share(0.5), reach: null, best: '' },
        { what: 'milliseconds a query, p95', value: share(0.95), reach: 100, best: '' },
        { what: 'milliseconds, the slowest', value: times.at(-1)!, reach: null, best: '' },
        { what: 'passages saved a second', value: PASSAGES / seconds, reach: null, best: '' },
      ]
      sections.push({ name: `Search, ${PASSAGES.toLocaleString('en')} passages, ${database.name}`, rows })
    } finally {
      await store.close()
      await drop()
    }
  }
  return sections
}
