/** What the routes of cases need from the rest of the program. */
import type { Custody } from '../../store/custody.js'
import type { Originals } from '../../store/originals.js'
import type { Hit, Page, Store, Window } from '../../store/store.js'
import type { Case, CaseEntity, Judgement, Proposition } from '../../schema/case.js'
import type { Finding } from '../../schema/reading.js'
import type { NewJudgement, Settings } from '../case-client.js'
import type { DraftCheck, Progress } from '../views.js'

export interface Desk {
  readonly store: Store
  readonly originals: Originals
  readonly custody: Custody
  /** Keeps a document's bytes, logs where they came from and lets it wait to be read. */
  add(of: Case, file: string, bytes: Uint8Array): Promise<{ id: string; fresh: boolean }>
  progress(of: Case): Promise<Progress>
  steer(of: Case, what: 'pause' | 'resume' | 'cancel' | 'retry', ids: readonly string[] | null): Promise<void>
  /** False where there is no such document. */
  remove(of: Case, id: string): Promise<boolean>
  /** Appends a judgement, logs it, and lets what rests on it be compared anew; one whose id is known already is given as it is kept. */
  judge(of: Case, judgement: NewJudgement): Promise<Judgement>
  /** True where it is withdrawn, now or before; false where there is none. */
  withdraw(of: Case, id: string): Promise<boolean>
  check(of: Case, file: string, bytes: Uint8Array): Promise<DraftCheck>
  /** Passages by what they mean, nearest first; those that are indexed so far. */
  searchMeaning(of: Case, words: string, window: Window): Promise<Page<Hit>>
  /** What would fall if a document were withdrawn. */
  rests(of: Case, id: string): Promise<{ propositions: readonly Proposition[]; findings: readonly Finding[] }>
  /** PNG bytes of a page and its size in points; null where the document has no such page. */
  page(of: Case, id: string, page: number): Promise<RenderedPage | null>
  /** Where places of the case lie. */
  locate(
    places: readonly CaseEntity[],
  ): Promise<ReadonlyMap<string, { latitude: number; longitude: number; country: string }>>
  backup(): Promise<{ file: string }>
  verify(of: Case): Promise<unknown>
  settings(): Promise<Settings>
  saveSettings(settings: Pick<Settings, 'by'>): Promise<Settings>
}

export interface RenderedPage {
  readonly png: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}
