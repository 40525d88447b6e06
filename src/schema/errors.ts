/** Every error and problem has a stable code and one sentence that says what happened and what to do. All wording lives here. */
import type { Problem } from './reading.js'
import type { Span } from './span.js'

const MESSAGES = {
  'file-missing': (file: string) => `${file} does not exist; check the path.`,
  'file-unreadable': (file: string, why: string) =>
    `${file} could not be opened (${why}); check its permissions.`,
  'format-unknown': (file: string) =>
    `${file} is not text, Markdown or HTML, so nothing was read; convert it to one of these first.`,
  'text-empty': () => 'The document holds no text, so there is nothing to read.',
  'text-binary': () => 'The file looks like binary data rather than text, so nothing was read.',
  'encoding-guessed': (encoding: string) =>
    `The text declares no valid encoding and was read as ${encoding}; check names with accents.`,
  'encoding-damaged': (count: string) =>
    `${count} characters could not be decoded and stand as �; get a copy in the right encoding if they matter.`,
  'article-unclear': () =>
    'The article could not be told apart from the rest of the page, so all of its text was kept, menus included.',
  'surrogate-unpaired': () => 'The text has half of a character pair here, which was read as �.',
  'bidi-control': () =>
    'The text has invisible controls that change the direction of reading; what a screen shows may differ from what stands here.',
  'language-unsupported': (language: string) =>
    `The text seems to be in ${language}; only English is read to claims, so just names, times and quotations are given.`,
  'sentence-long': () =>
    'This sentence is too long to be read whole and was read in pieces; links across the pieces are lost.',
  'document-long': (stretches: string) =>
    `The document is very long and was read in ${stretches} stretches; links from one stretch to another are lost, save that equal names are taken for one.`,
  'brackets-deep': () => 'Brackets are nested too deeply here; what stands inside was read as plain words.',
  'step-failed': (step: string, why: string) =>
    `The step "${step}" failed on this document (${why}); everything the other steps found is kept.`,
  'model-missing': (file: string) => `The reading model is not at ${file}; install the package again.`,
  'model-damaged': (file: string) => `${file} differs from its manifest; install the package again.`,
  'file-left-out': (file: string) =>
    `${file} was left out: of a folder only text, Markdown and HTML are read; name the file itself to try it all the same.`,
  'reading-failed': (file: string, why: string) =>
    `${file} could not be read (${why}); please report this with the file.`,
  'upload-large': (limit: string) =>
    `The document is larger than ${limit} MB; read it with the command \`whence read\` instead.`,
  'upload-missing': () =>
    'No document came with the request; send its bytes as the body and its name as ?file=.',
  'stranger-refused': () =>
    'Only pages that this program serves itself may ask it to read; open its address directly.',
  'address-unknown': (path: string) => `There is nothing at ${path}; start from the first page.`,
  'page-missing': () => 'The page has not been built; run `npm start`, which builds it.',
  'sample-missing': () => 'This program was started without a sample; paste a text or choose a file.',
  'port-taken': (port: string) => `Port ${port} is taken by another program; choose another with --port.`,
  'port-wrong': (port: string) =>
    `"${port}" is no port; give a number from 0 to 65535 (0 takes any free one).`,
  usage: (what: string) => what,
} as const satisfies Record<string, (...details: string[]) => string>

export type ErrorCode = keyof typeof MESSAGES
export const ERROR_CODES = Object.keys(MESSAGES) as ErrorCode[]

/** The sentence for a code. */
export function message<C extends ErrorCode>(code: C, ...details: Parameters<(typeof MESSAGES)[C]>): string {
  const write: (...details: string[]) => string = MESSAGES[code]
  return write(...details)
}

/** An error that reaches the user; `code` is stable, the message comes from this file. */
export class WhenceError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  constructor(code: C, ...details: Parameters<(typeof MESSAGES)[C]>) {
    super(message(code, ...details))
    this.name = 'WhenceError'
    this.code = code
  }
}

/** A problem of one document, kept in its Reading. */
export function problem<C extends ErrorCode>(
  code: C,
  at: Span | null,
  ...details: Parameters<(typeof MESSAGES)[C]>
): Problem {
  return { code, message: message(code, ...details), ...(at ? { at } : {}) }
}
