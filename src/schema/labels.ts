/** The words people are shown for the codes of the published shapes: the same in the terminal and on the page. */
import type { Certainty, FindingKind, SourceKind, Stance } from './reading.js'

/** What someone did; the past tense fits one speaker and many. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'said',
  reports: 'reported',
  alleges: 'alleged',
  believes: 'believed',
  doubts: 'doubted',
  denies: 'denied',
  confirms: 'confirmed',
  asks: 'asked',
  orders: 'ordered',
  intends: 'intended',
  promises: 'promised',
  fears: 'feared',
  hopes: 'hoped',
}

/** What the speaker of a link did. A report cannot "report" without sounding odd. */
export const stanceWord = (stance: Stance, kind: SourceKind): string =>
  kind === 'work' && (stance === 'asserts' || stance === 'reports') ? 'stated' : STANCE_WORDS[stance]

/** How firmly a claim is put; `mark` says it again by form, for those who see no colour. */
export const CERTAINTY_WORDS: Readonly<
  Record<Certainty, { readonly word: string; readonly mark: string; readonly means: string }>
> = {
  certain: { word: 'certain', mark: '●', means: 'put as a fact' },
  probable: { word: 'probable', mark: '◐', means: 'put as likely' },
  possible: { word: 'possible', mark: '○', means: 'put as something that may be so' },
  unknown: { word: 'left open', mark: '◌', means: 'neither affirmed nor ruled out' },
}

export const SOURCE_WORDS: Readonly<Record<SourceKind, string>> = {
  document: 'the document itself',
  named: 'named',
  role: 'known by a role only',
  group: 'a group',
  work: 'a document or other work',
  unnamed: 'unnamed',
}

export const FINDING_WORDS: Readonly<Record<FindingKind, string>> = {
  contradiction: 'Contradiction',
  impossible: 'Impossible',
  disputed: 'Disputed',
  circular: 'Circular reporting',
  'single-origin': 'Single origin',
  inflation: 'Put more firmly than its source',
  drift: 'Changed on the way',
  unattributed: 'Without a source',
}

/** For a link whose text names nobody. */
export const NOBODY_NAMED = 'someone unnamed'

/** For a claim that says something is not so. */
export const NEGATED = '¬ negated'
