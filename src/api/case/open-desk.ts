/** The desk over a home: what the routes of cases may do, done by the workflow. */
import { randomUUID } from 'node:crypto'
import { checkedMarkdown } from '../../export/checked-markdown.js'
import type { Case, Judgement } from '../../schema/case.js'
import { WhenceError } from '../../schema/errors.js'
import { addIncoming } from '../../workflow/add-documents.js'
import { backupDatabase } from '../../workflow/backup-home.js'
import { caseRedactor } from '../../workflow/case-redactor.js'
import { checkAgainstCase } from '../../workflow/check-against-case.js'
import type { Home, Whereabouts } from '../../workflow/home.js'
import { locatePlaces } from '../../workflow/locate-places.js'
import { searchMeaning } from '../../workflow/meaning-index.js'
import { openMeaning } from '../../workflow/open-meaning.js'
import { watchProgress } from '../../workflow/progress.js'
import { removeDocument } from '../../workflow/remove-document.js'
import { restsInCase } from '../../workflow/rests-in-case.js'
import { readSettings, writeSettings } from '../../workflow/settings.js'
import { verifyCase } from '../../workflow/verify-case.js'
import type { NewJudgement, Settings } from '../case-client.js'
import type { DraftCheck, Progress } from '../views.js'
import type { Desk, RenderedPage } from './desk.js'

export interface DeskOptions {
  readonly at: Whereabouts
  readonly version: string
  /** How well files are cut off from the rest when they are opened, in a sentence. */
  readonly sandbox: string
  /** Who decides where nobody has said so. */
  readonly user: string
  /** Told that something of a case changed that others rest on: a decision, a document taken out, something added. */
  changed(caseId: string): void
  /** Whether documents of the case are being compared now. */
  comparing(caseId: string): boolean
  /** A draft's reading, of which nothing is kept. */
  read(bytes: Uint8Array, file: string): Promise<Parameters<typeof checkAgainstCase>[2]>
  page(path: string, page: number): Promise<RenderedPage | null>
}

export function openDesk(home: Home, options: DeskOptions): Desk {
  const { store, originals, custody } = home
  const now = (): string => new Date().toISOString()
  const meaning = openMeaning()
  const watching = new Map<string, ReturnType<typeof watchProgress>>()

  async function progress({ id }: Case): Promise<Progress> {
    const watch = watching.get(id) ?? watchProgress(home, id, Date.now)
    watching.set(id, watch)
    const { wordsPerSecond, left, ...counts } = await watch()
    const reading =
      counts.states.reading > 0 ? await store.documents.list(id, { states: ['reading'] }, { limit: 4 }) : null
    const current = await store.cases.find(id)
    return {
      counts,
      wordsASecond: wordsPerSecond,
      secondsLeft: left === null || left === 0 ? null : Math.ceil(left),
      paused: current?.paused ?? false,
      reading: reading?.rows.map(({ file }) => file) ?? [],
      comparing: options.comparing(id),
      version: await store.changes.of(id),
    }
  }

  async function judge({ id: caseId }: Case, given: NewJudgement): Promise<Judgement> {
    const { by } = await settings()
    const known = given.id === undefined ? null : await store.judgements.get(caseId, given.id)
    if (known) return known
    const judgement = { ...given, id: given.id ?? randomUUID(), case: caseId, reasons: [], by, at: now() }
    if (given.kind === 'claim' && given.verdict === 'add') await verbatim(caseId, given)
    const document = given.left.includes('#') ? given.left.slice(0, given.left.indexOf('#')) : null
    // The log first: what the database loses, the log still tells.
    await custody.append(caseId, [
      { at: judgement.at, by, act: 'judged', document, detail: { ...judgement } },
    ])
    await store.judgements.append(judgement)
    if (given.kind !== 'finding') options.changed(caseId)
    return { ...judgement, withdrawn: null }
  }

  /** A claim that a person adds is characters of its document, or is refused. */
  async function verbatim(caseId: string, { left, value }: NewJudgement): Promise<void> {
    const { evidence, text } = (value ?? {}) as { evidence?: { start: number; end: number }[]; text?: string }
    const derived = await store.documents.derived(caseId, left.slice(0, left.indexOf('#')))
    const words = evidence?.map(({ start, end }) => derived?.reading.document.text.slice(start, end))
    if (!words || words.length === 0 || words.join(' … ') !== text)
      throw new WhenceError('quotation-differs', String(text).slice(0, 80))
  }

  async function settings(): Promise<Settings> {
    const by = (await readSettings(home.folder)).by ?? options.user
    const { url } = options.at
    return {
      by,
      home: home.folder,
      database: url === undefined ? 'SQLite, in the same folder' : 'PostgreSQL',
      sandbox: options.sandbox,
      version: options.version,
    }
  }

  return {
    store,
    originals,
    custody,
    progress,
    judge,
    settings,
    async add({ id }, file, bytes) {
      const { by } = await settings()
      const incoming = [{ file, source: bytes, from: 'the workbench', parent: null }]
      const { fresh, failed } = await addIncoming(home, id, incoming, { by, now })
      const [failure] = failed
      if (failure) throw new WhenceError('file-unreadable', file, failure.why)
      options.changed(id)
      const record = fresh[0] ?? (await store.documents.find(id, file))?.id ?? ''
      return { id: record, fresh: fresh.length > 0 }
    },
    async steer({ id }, what, ids) {
      if (what === 'pause' || what === 'resume') await store.cases.pause(id, what === 'pause')
      else if (what === 'cancel') await store.documents.cancel(id)
      else await store.documents.retry(id, ids)
    },
    async remove({ id: caseId }, id) {
      const record = await store.documents.get(caseId, id)
      if (!record) return false
      const { by } = await settings()
      await removeDocument(home, record, { by, now })
      options.changed(caseId)
      return true
    },
    async withdraw({ id: caseId }, id) {
      const { by } = await settings()
      const at = now()
      const done = await store.judgements.withdraw(caseId, id, by, at)
      if (done) {
        await custody.append(caseId, [
          { at, by, act: 'withdrawn', document: null, detail: { judgement: id } },
        ])
        options.changed(caseId)
      }
      // Asked again by one who never heard that it was done: it is as they want it
      return done || (await store.judgements.get(caseId, id)) !== null
    },
    async check(of, file, bytes): Promise<DraftCheck> {
      const draft = await options.read(bytes, file)
      const sentences = await checkAgainstCase(home, of.id, draft)
      const { text } = draft.document
      const redact = await caseRedactor(home, of.id)
      return { text, sentences, markdown: redact(checkedMarkdown(text, sentences)) }
    },
    searchMeaning: (of, words, window) =>
      searchMeaning(home, of.id, words, (texts) => meaning.embed(texts), window),
    rests: (of, id) => restsInCase(home, of.id, id),
    async page({ id: caseId }, id, page) {
      const record = await store.documents.get(caseId, id)
      if (record?.mediaType !== 'application/pdf' || page < 1) return null
      return options.page(originals.path(id), page)
    },
    locate: (places) => Promise.resolve(locatePlaces(places)),
    backup: async () => ({ file: await backupDatabase(options.at, home, new Date()) }),
    verify: ({ id }) => verifyCase(home, id),
    async saveSettings(given) {
      await writeSettings(home.folder, given)
      return settings()
    },
  }
}
