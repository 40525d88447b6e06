/**
 * How long the program takes to answer each question of the workbench on a large case: `node --import tsx bench/large-routes.ts
 * FOLDER [PART-OF-A-NAME]`, over what bench/large-case.ts made. In this process, without a network: milliseconds until the answer
 * stands as text, median of five, the first apart; and milliseconds of processor.
 */
import { loadavg } from 'node:os'
import { openDesk } from '../src/api/case/open-desk.js'
import { createApp } from '../src/api/app.js'
import { openHome } from '../src/workflow/home.js'
import { LARGE } from './large-case.js'

const TIMES = Number(process.env['WHENCE_TIMES'] ?? 5)
const [, , folder = '', part = ''] = process.argv
const home = await openHome({ folder })
const desk = openDesk(home, {
  at: { folder },
  version: 'bench',
  sandbox: '',
  user: 'Ada',
  changed: () => undefined,
  comparing: () => false,
  read: () => Promise.reject(new Error('nothing is read')),
  page: () => Promise.resolve(null),
})
const app = createApp({
  read: () => Promise.reject(new Error('no')),
  sample: () => null,
  desk,
  pageFolder: folder,
})
const ask = async (path: string): Promise<Response> =>
  app.request(`http://127.0.0.1:4747${path}`, { headers: { host: '127.0.0.1:4747' } })
const base = `/api/cases/${encodeURIComponent(LARGE)}`
const json = async <T>(path: string): Promise<T> => (await (await ask(base + path)).json()) as T

const { rows: people } = await json<{ rows: { id: string; name: string }[] }>(
  '/entities?type=Person&limit=200',
)
const { rows: places } = await json<{ rows: { id: string }[] }>('/entities?type=Place&limit=1')
const { rows: propositions } = await json<{ rows: { id: string }[] }>(
  '/propositions?sort=documents&limit=200',
)
const { rows: documents } = await json<{ rows: { id: string }[] }>('/documents?limit=20')
const [first, later] = [people[0]!, people[Math.floor(people.length / 2)]!]
const one = encodeURIComponent

/** Each as the screens ask for it. */
const QUESTIONS: Readonly<Record<string, string>> = {
  cases: '',
  overview: base,
  progress: `${base}/progress`,
  documents: `${base}/documents?sort=added&descending=true&offset=0&limit=100`,
  'documents by publication, later page': `${base}/documents?sort=published&descending=true&offset=8000&limit=100`,
  'documents by part of a title': `${base}/documents?like=ledger&sort=added&descending=true&limit=100`,
  'a document': `${base}/documents/${documents[3]!.id}`,
  'what rests on a document': `${base}/documents/${documents[3]!.id}/rests`,
  claims: `${base}/claims?sort=document&descending=false&offset=0&limit=100`,
  'claims by time, far down': `${base}/claims?sort=time&offset=50000&limit=100`,
  'claims by origin': `${base}/claims?sort=who&offset=0&limit=100`,
  'claims of an entity': `${base}/claims?entity=${first.id}&limit=100`,
  'claims of a source': `${base}/claims?who=an%20official&limit=100`,
  'claims that are probable': `${base}/claims?certainty=probable&limit=100`,
  'claims at a place': `${base}/claims?place=${places[0]!.id}&limit=100`,
  'claims in a year': `${base}/claims?from=2016&to=2016&limit=100`,
  'claims with words': `${base}/claims?like=dredger&limit=100`,
  'claims with rare words': `${base}/claims?like=numbered%208123&limit=100`,
  facets: `${base}/claims/facets`,
  'facets of an entity': `${base}/claims/facets?entity=${first.id}`,
  'facets of a source': `${base}/claims/facets?who=an%20official`,
  'facets of a property': `${base}/claims/facets?property=pay-0`,
  'facets of what is certain': `${base}/claims/facets?certainty=certain`,
  'facets of what is affirmed': `${base}/claims/facets?polarity=positive`,
  'facets of a year': `${base}/claims/facets?from=2016&to=2016`,
  'facets of words': `${base}/claims/facets?like=dredger`,
  propositions: `${base}/propositions?sort=origins&limit=100`,
  'propositions, a thousand': `${base}/propositions?sort=documents&limit=1000`,
  'propositions with words': `${base}/propositions?like=dredger&sort=origins&limit=100`,
  'a proposition of many documents': `${base}/propositions/${propositions[0]!.id}`,
  'a proposition': `${base}/propositions/${propositions.at(-1)!.id}`,
  findings: `${base}/findings?open=true&limit=50`,
  'findings of a kind, all': `${base}/findings?kind=contradiction&limit=50`,
  'findings, two thousand': `${base}/findings?limit=1000`,
  people: `${base}/entities?type=Person&named=true&limit=200`,
  'people by part of a name': `${base}/entities?like=kel&type=Person&named=true&limit=200`,
  'the busiest profile': `${base}/entities/${first.id}`,
  'a usual profile': `${base}/entities/${later.id}`,
  'same or not': `${base}/doubtful?limit=30`,
  timeline: `${base}/timeline`,
  'timeline of an entity': `${base}/timeline?entity=${first.id}`,
  'network of 100': `${base}/network?limit=100`,
  'network of 1,500': `${base}/network?limit=1500`,
  'network around an entity': `${base}/network?limit=100&entity=${first.id}`,
  map: `${base}/map`,
  activity: `${base}/activity?limit=200`,
  search: `${base}/search?words=${one(first.name)}&limit=30`,
  'search for a frequent word': `${base}/search?words=dredger&limit=30`,
  'search, two words': `${base}/search?words=dredger%20warehouse&limit=30`,
  'search across spellings': `${base}/search?words=${one(first.name.split(' ')[0]!)}~&limit=30`,
}

console.log(`load ${loadavg()[0]!.toFixed(1)} before; first, median of ${TIMES}, processor (ms), KB`)
const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
for (const [name, path] of Object.entries(QUESTIONS)) {
  if (!name.includes(part)) continue
  const times: number[] = []
  const cpu: number[] = []
  let size = 0
  for (let i = 0; i <= TIMES; i++) {
    const began = performance.now()
    const before = process.cpuUsage()
    const answer = await ask(path || '/api/cases')
    size = (await answer.text()).length
    const { user, system } = process.cpuUsage(before)
    times.push(performance.now() - began)
    cpu.push((user + system) / 1000)
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    if (times[0]! > 3000 && i === 1) break
  }
  const rest = times.slice(1)
  const mark = median(cpu.slice(1)) > 300 ? ' <<<' : median(cpu.slice(1)) > 100 ? ' <' : ''
  console.log(
    `${name.padEnd(40)} ${times[0]!.toFixed(0).padStart(6)} ${median(rest).toFixed(0).padStart(6)} ${median(cpu.slice(1)).toFixed(0).padStart(6)} ${(size / 1024).toFixed(0).padStart(6)}${mark}`,
  )
}
console.log(`load ${loadavg()[0]!.toFixed(1)} after`)
await home.close()
