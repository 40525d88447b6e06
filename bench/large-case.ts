/**
 * An invented case of any size straight in a home, for measuring the workbench: `node --import tsx bench/large-case.ts FOLDER
 * [DOCUMENTS]`. Of 10,000 documents it has 300,000 claims, 3,000 entities, 20,000 propositions and 2,000 findings. There are no
 * originals, and nothing that only comparing keeps.
 */
import { createHash } from 'node:crypto'
import type { CaseEntity, DocumentLink, Proposition } from '../src/schema/case.js'
import { FINDING_WORDS } from '../src/schema/labels.js'
import type { Evidence, Finding, FindingKind } from '../src/schema/reading.js'
import { type Home, openHome } from '../src/workflow/home.js'
import { type Figure, figures, largeDocument } from './large-document.js'
import { random } from './random.js'

export const LARGE = 'The ledgers of Kelmir'
const AT = '2026-01-05T10:00:00.000Z'
const AT_ONCE = 500
const JUDGED = 400
const THREADS = 200

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const none = { propositions: [], findings: [] }

/** Makes the case; gives its id. */
export async function makeLarge(home: Home, documents: number): Promise<string> {
  const { id } = await home.store.cases.open(LARGE)
  const next = random(7)
  const all = figures(Math.ceil(documents * 0.3))
  const members = new Map<Figure, string[]>()
  const evidence: Evidence[] = []
  const casts = castsOf(all, next)
  for (let from = 0; from < documents; from += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, documents - from) }, (_, i) => {
      const cast = casts()
      return { cast, derived: largeDocument(from + i, cast, next) }
    })
    await keep(
      home,
      id,
      made.map(({ derived }) => derived),
    )
    for (const { cast, derived } of made) {
      const { document, claims } = derived.reading
      cast.forEach((figure, i) =>
        members.set(figure, [...(members.get(figure) ?? []), `${document.id}#e${i}`]),
      )
      for (const claim of claims) {
        const [span] = claim.evidence
        evidence.push({
          ...span!,
          file: document.file,
          text: claim.text,
          claim: `${document.id}#${claim.id}`,
        })
      }
    }
  }
  const entities = [...members].map(([figure, own]): CaseEntity => ({
    id: hash(figure.name + all.indexOf(figure)).slice(0, 24),
    type: figure.type,
    name: figure.name,
    names: [figure.name, figure.name.split(' ').at(-1)!],
    documents: own.length,
    members: own,
  }))
  await home.store.entities.save(id, entities, [], doubts(entities))
  await compare(home, id, evidence, documents, next)
  await judge(home, id)
  return id
}

/** Half of a document's cast is its thread's, half anybody, some of them far more often than others. */
function castsOf(all: readonly Figure[], next: () => number): () => Figure[] {
  const anybody = (): Figure => all[Math.floor(all.length * next() ** 3)]!
  const threads = Array.from({ length: THREADS }, () =>
    Array.from({ length: 15 }, () => all[Math.floor(all.length * next())]!),
  )
  return () => {
    const thread = threads[Math.floor(THREADS * next())]!
    const cast = new Set<Figure>()
    while (cast.size < 6) cast.add(thread[Math.floor(thread.length * next())]!)
    while (cast.size < 11) cast.add(anybody())
    return [...cast]
  }
}

async function keep(
  home: Home,
  id: string,
  made: readonly ReturnType<typeof largeDocument>[],
): Promise<void> {
  const { store, custody } = home
  await store.documents.add(
    id,
    made.map(({ reading: { document } }) => ({
      id: document.id,
      file: document.file,
      parent: null,
      bytes: 9000,
      added: AT,
      addedBy: 'Ada',
    })),
  )
  for (const derived of made) {
    const taken = await store.documents.take(id, 'bench', AT, '2026-01-05T11:00:00.000Z')
    if (taken?.id !== derived.reading.document.id) throw new Error('documents are taken in order')
    await store.documents.finish(id, taken.id, 'bench', derived, [])
  }
  await custody.append(
    id,
    made.flatMap(({ reading: { document } }) => [
      {
        at: AT,
        by: 'Ada',
        act: 'added' as const,
        document: document.id,
        detail: {
          file: document.file,
          from: `/home/ada/leak/${document.file}`,
          name: document.file.split('/').at(-1),
          modified: AT,
          bytes: 9000,
          parent: null,
          headers: [],
        },
      },
      {
        at: AT,
        by: 'host/1/0f8fad5b-d9cb-469f-a165-70867728950e',
        act: 'derived' as const,
        document: document.id,
        detail: { madeBy: 'bench', text: hash(document.text) },
      },
    ]),
  )
  await store.documents.link(
    id,
    made.slice(1, 101).map(({ reading }, i): DocumentLink => ({
      left: made[i]!.reading.document.id,
      right: reading.document.id,
      kind: 'near-duplicate',
      score: 0.8,
      why: 'most of the wording is the same',
    })),
  )
}

const doubts = (entities: readonly CaseEntity[]) =>
  entities.slice(1, 401).map((right, i) => ({
    left: entities[i]!.id,
    right: right.id,
    score: 0.4 + (i % 20) / 100,
    reasons: [
      { feature: 'names', score: 0.5, why: 'the names are alike' },
      { feature: 'near', score: -0.2, why: 'they stand near different people' },
    ],
  }))

async function compare(
  home: Home,
  id: string,
  evidence: readonly Evidence[],
  documents: number,
  next: () => number,
): Promise<void> {
  const some = (): Evidence => evidence[Math.floor(evidence.length * next())]!
  const fileOf = new Set<string>()
  const propositions = Array.from({ length: documents * 2 }, (_, i): Proposition => {
    const own = [...new Set(Array.from({ length: 1 + Math.floor(150 * next() ** 12) }, some))]
    fileOf.clear()
    for (const { file } of own) fileOf.add(file)
    const list = own.slice(0, 1 + Math.floor(own.length / 3)).map((each) => ({
      who: 'an official',
      kind: 'role' as const,
      count: 1,
      evidence: [each],
      why: 'nobody is said to have told them',
    }))
    return {
      id: hash(`p${i}`).slice(0, 16),
      text: own[0]!.text,
      evidence: own,
      documents: fileOf.size,
      origins: { established: list.length, unknown: own.length - list.length, list },
    }
  })
  const kinds = Object.keys(FINDING_WORDS) as FindingKind[]
  const findings = Array.from({ length: Math.ceil(documents / 5) }, (_, i): Finding => ({
    id: hash(`f${i}`).slice(0, 16),
    kind: kinds[i % kinds.length]!,
    sides: [0, 1].map(() => ({
      evidence: propositions[Math.floor(propositions.length * next())]!.evidence.slice(0, 4),
      established: 1,
    })),
    on: 'when it was paid',
    why: 'One side has it paid in May, the other never.',
    score: next(),
  }))
  for (let i = 0; i < propositions.length; i += 4000)
    await home.store.comparison.save(id, propositions.slice(i, i + 4000), [], none)
  await home.store.comparison.save(id, [], findings, none)
}

/** Some findings and claims are decided already. */
async function judge({ store }: Home, id: string): Promise<void> {
  const { rows: findings } = await store.comparison.findings(id, {}, { limit: JUDGED / 2 })
  const { rows: claims } = await store.claims.list(id, {}, { limit: JUDGED / 2 })
  const judgements = [
    ...findings.map((finding, i) => ({
      kind: 'finding' as const,
      left: finding.id,
      verdict: i % 3 === 0 ? 'confirm' : 'comment',
    })),
    ...claims.map((claim, i) => ({
      kind: 'claim' as const,
      left: claim.id,
      verdict: i % 4 === 0 ? 'reject' : 'accept',
    })),
  ]
  for (const [i, judgement] of judgements.entries())
    await store.judgements.append({
      ...judgement,
      id: `j${i}`,
      case: id,
      right: null,
      value: 'seen',
      reasons: [],
      by: 'Ada',
      at: AT,
    })
}

if (process.argv[1] === import.meta.filename) {
  const [, , folder = '', documents = '10000'] = process.argv
  const home = await openHome({ folder })
  const began = performance.now()
  await makeLarge(home, Number(documents))
  console.log(
    `${documents} documents in ${Math.round((performance.now() - began) / 1000)} s, ${Math.round(process.cpuUsage().user / 1e6)} s of processor`,
  )
  await home.close()
}
