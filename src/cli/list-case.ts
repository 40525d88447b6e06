/** `whence documents`, `claims`, `entities`, `propositions`, `findings`: what a case holds. */
import type { Command } from 'commander'
import type { Case } from '../schema/case.js'
import { FINDING_WORDS } from '../schema/labels.js'
import type { Claim, Evidence } from '../schema/reading.js'
import type { Home } from '../workflow/home.js'
import { atHome, caseNamed } from './case.js'
import { say } from './output.js'
import { rowsOf } from './pages.js'
import { plain } from './terminal/plain.js'

/** A noun of a case: what one of it is as JSON and as a line. */
interface Listed<T> {
  readonly name: string
  readonly summary: string
  rows(home: Home, found: Case): AsyncIterable<T>
  json(row: T): object
  line(row: T): string
}

const listed = <T>(noun: Listed<T>): Listed<T> => noun

const documents = listed({
  name: 'documents',
  summary: 'list the documents of a case with their state',
  rows: ({ store }, { id }) => rowsOf((window) => store.documents.list(id, { sort: 'file' }, window)),
  json: (d) => {
    const { id, file, title, publisher, published, state, parent, reason, mediaType, language } = d
    const { bytes, pages, words, claims, problems, added, addedBy } = d
    return {
      ...{ id, file, title, publisher, published, state, parent, reason, mediaType, language },
      ...{ bytes, pages, words, claims, problems, added, addedBy },
    }
  },
  line: (d) =>
    `${d.id.slice(0, 12)}  ${d.state.padEnd(9)}  ${plain(d.file)}${d.title === null ? '' : `  ${plain(d.title)}`}${d.reason ? `\n    ${plain(d.reason.message)}` : ''}`,
})

const claims = listed({
  name: 'claims',
  summary: 'list every claim of a case with its chain',
  rows: ({ store }, { id }) => store.claims.all(id),
  json: ({ claim, file, document }) => ({ ...claim, file, document }),
  line: ({ claim, file }) => `“${plain(claim.text)}”\n    ${plain(chainOf(claim))}  (${plain(file)})`,
})

const entities = listed({
  name: 'entities',
  summary: 'list who and what a case is about',
  rows: ({ store }, { id }) => rowsOf((window) => store.entities.list(id, {}, window)),
  json: ({ id, type, name, names, documents }) => ({ id, type, name, names, documents }),
  line: (e) => `${plain(e.name)}  ${e.type}, ${e.documents} documents  ${plain(e.names.join(' | '))}`,
})

const propositions = listed({
  name: 'propositions',
  summary: 'list what is claimed, each with its independent origins',
  rows: ({ store }, { id }) => rowsOf((window) => store.comparison.propositions(id, {}, window)),
  json: (p) => ({
    ...p,
    evidence: p.evidence.map(asPrinted),
    origins: {
      ...p.origins,
      list: p.origins.list.map((origin) => ({ ...origin, evidence: origin.evidence.map(asPrinted) })),
    },
  }),
  line: (p) =>
    `“${plain(p.text)}”\n    ${p.documents} documents, ${p.origins.established} established origins, ${p.origins.unknown} unknown`,
})

const findings = listed({
  name: 'findings',
  summary: 'list contradictions, circular reports and other findings',
  rows: ({ store }, { id }) => rowsOf((window) => store.comparison.findings(id, {}, window)),
  json: (f) => ({
    ...f,
    sides: f.sides.map((side) => ({ ...side, evidence: side.evidence.map(asPrinted) })),
  }),
  line: (f) =>
    [
      `${FINDING_WORDS[f.kind]} (${plain(f.on)}): ${plain(f.why)}`,
      ...f.sides.flatMap(({ evidence }) => evidence.map((e) => `    “${plain(e.text)}” (${plain(e.file)})`)),
    ].join('\n'),
})

/** Claims have their own ids in what is printed, as in `whence claims`. */
const asPrinted = (evidence: Evidence): Evidence => ({
  ...evidence,
  claim: evidence.claim?.split('#').at(-1) ?? null,
})

const chainOf = ({ chain }: Claim): string =>
  chain.map(({ who, stance }) => `${who.text} ${stance}`).join(' ← ')

export function addLists(program: Command): void {
  addList(program, documents)
  addList(program, claims)
  addList(program, entities)
  addList(program, propositions)
  addList(program, findings)
}

function addList<T>(program: Command, { name, summary, rows, json, line }: Listed<T>): void {
  program
    .command(name)
    .summary(summary)
    .description(`${summary[0]!.toUpperCase()}${summary.slice(1)}.`)
    .argument('<case>', 'the name of the case')
    .option('--json', 'print one line of JSON each')
    .action(async (caseName: string, options: { json?: boolean }) => {
      await atHome(async (home) => {
        const found = await caseNamed(home, caseName)
        for await (const row of rows(home, found))
          await say(`${options.json ? JSON.stringify(json(row)) : line(row)}\n`)
      })
    })
}
