/** What the workbench calls, typed. Runs in the browser and needs nothing but fetch. */
import type { Case, CaseClaim, CaseEntity, DocumentRecord, Judgement, Proposition } from '../schema/case.js'
import type { Finding } from '../schema/reading.js'
import type {
  ClaimFilter,
  DocumentFilter,
  Facet,
  FindingFilter,
  Hit,
  Page,
  PropositionFilter,
  Query,
  Window,
} from '../store/store.js'
import { ask, send } from './ask.js'
import type {
  ActivityItem,
  CaseSummary,
  Doubt,
  DocumentView,
  DraftCheck,
  MapView,
  NetworkView,
  Overview,
  Profile,
  Progress,
  PropositionView,
  TimelineView,
} from './views.js'

export type JudgedFinding = Finding & { readonly judgements: readonly Judgement[] }
export type DocumentName = Pick<DocumentRecord, 'id' | 'file' | 'title' | 'publisher' | 'published'>
export type NewJudgement = Pick<Judgement, 'kind' | 'left' | 'right' | 'verdict' | 'value'> & {
  /** A UUID: sent again with it, a decision stays one. Made by the program where it is left out. */
  readonly id?: string | undefined
}
export interface Settings {
  /** Whom judgements and additions are by. */
  readonly by: string
  readonly home: string
  readonly database: string
  /** How well parsers are cut off from the rest here, in a sentence. */
  readonly sandbox: string
  readonly version: string
}

export const fetchCases = (): Promise<readonly CaseSummary[]> => ask('/api/cases')
export const createCase = (name: string): Promise<Case> => send('POST', '/api/cases', { name })
export const fetchSettings = (): Promise<Settings> => ask('/api/settings')
export const saveSettings = (settings: Pick<Settings, 'by'>): Promise<Settings> =>
  send('PUT', '/api/settings', settings)

/** All that can be asked of one case. Every call throws ApiError. */
export function caseClient(name: string) {
  const base = `/api/cases/${encodeURIComponent(name)}`
  const at = (...path: string[]): string => [base, ...path.map(encodeURIComponent)].join('/')
  return {
    overview: (): Promise<Overview> => ask(base),
    progress: (): Promise<Progress> => ask(at('progress')),
    steer: (what: 'pause' | 'resume' | 'cancel' | 'retry', ids?: readonly string[]): Promise<Progress> =>
      send('POST', at(what), ids ? { ids } : {}),
    documents: (filter: DocumentFilter & Window = {}): Promise<Page<DocumentRecord>> =>
      ask(at('documents'), filter),
    documentsNamed: (names: readonly string[]): Promise<readonly DocumentName[]> =>
      send('POST', `${at('documents')}/named`, { names }),
    addDocument: (file: string, body: Blob, signal?: AbortSignal): Promise<{ id: string; fresh: boolean }> =>
      send('POST', `${at('documents')}?file=${encodeURIComponent(file)}`, body, signal),
    document: (id: string): Promise<DocumentView> => ask(at('documents', id)),
    originalAddress: (id: string): string => `${at('documents', id)}/original`,
    pageAddress: (id: string, page: number): string => `${at('documents', id)}/pages/${page}.png`,
    rests: (id: string): Promise<{ propositions: readonly Proposition[]; findings: readonly Finding[] }> =>
      ask(`${at('documents', id)}/rests`),
    removeDocument: (id: string): Promise<void> => send('DELETE', at('documents', id)),
    claims: (filter: ClaimFilter & Window = {}): Promise<Page<CaseClaim>> => ask(at('claims'), filter),
    facets: (filter: ClaimFilter = {}): Promise<Readonly<Record<string, readonly Facet[]>>> =>
      ask(`${at('claims')}/facets`, filter),
    claim: (id: string): Promise<CaseClaim> => ask(at('claims', id)),
    propositions: (filter: PropositionFilter & Window = {}): Promise<Page<Proposition>> =>
      ask(at('propositions'), filter),
    proposition: (id: string): Promise<PropositionView> => ask(at('propositions', id)),
    entities: (
      filter: { like?: string; type?: string; named?: boolean } & Window = {},
    ): Promise<Page<CaseEntity>> => ask(at('entities'), filter),
    profile: (id: string): Promise<Profile> => ask(at('entities', id)),
    doubtful: (window: Window = {}): Promise<Page<Doubt>> => ask(at('doubtful'), window),
    findings: (filter: FindingFilter & Window = {}): Promise<Page<JudgedFinding>> =>
      ask(at('findings'), filter),
    search: (query: Query & { meaning?: boolean } & Window): Promise<Page<Hit>> => ask(at('search'), query),
    timeline: (filter: { from?: string; to?: string; entity?: string } = {}): Promise<TimelineView> =>
      ask(at('timeline'), filter),
    network: (filter: { limit?: number; entity?: string } = {}): Promise<NetworkView> =>
      ask(at('network'), filter),
    map: (): Promise<MapView> => ask(at('map')),
    activity: (window: Window = {}): Promise<Page<ActivityItem>> => ask(at('activity'), window),
    judge: (judgement: NewJudgement): Promise<Judgement> => send('POST', at('judgements'), judgement),
    withdraw: (id: string): Promise<void> => send('POST', `${at('judgements', id)}/withdraw`, {}),
    check: (file: string, body: Blob): Promise<DraftCheck> =>
      send('POST', `${at('check')}?file=${encodeURIComponent(file)}`, body),
  }
}
export type CaseClient = ReturnType<typeof caseClient>
