/** Every error and problem has a stable code and one sentence that says what happened and what to do. All wording lives here. */
import type { Problem } from './reading.js'
import type { Span } from './span.js'

const MESSAGES = {
  'file-missing': (file: string) => `${file} does not exist; check the path.`,
  'file-unreadable': (file: string, why: string) =>
    `${file} could not be opened (${why}); check its permissions.`,
  'format-unknown': (file: string, type: string) =>
    `${file} is of a kind that is not read (${type}); it is kept and listed, and nothing of it was read.`,
  'kind-other': (said: string, is: string) =>
    `By its name this is ${said}, by its bytes ${is}; it was read as what its bytes are.`,
  polyglot: (read: string, also: string) =>
    `This is a file of two kinds at once, ${read} and ${also}; it was read as ${read}, so look at the rest by hand.`,
  'name-controls': () =>
    'The name of the file has invisible controls, shown here as \\u…; they can make a name look like another.',
  'file-special': (file: string) =>
    `${file} is a link or no plain file, so it was left out; add the file that it leads to by its own name.`,
  'work-repeated': (times: string) =>
    `Reading it was begun ${times} times and never came to an end; \`whence retry\` tries once more.`,
  'file-large': (file: string, limit: string) =>
    `${file} is larger than ${limit} MB, which this kind of file may be; split it and add the parts.`,
  'children-many': (limit: string) =>
    `More than ${limit} files came out of this one, so the rest was left out; unpack it and add what you need of it.`,
  'output-large': (limit: string) =>
    `More than ${limit} MB came out of this file, so the rest was left out; unpack it and add what you need of it.`,
  'children-left': (count: string) =>
    `${count} documents lie inside this one and were not read; \`whence add\` takes them into a case.`,
  'nesting-deep': (limit: string) =>
    `This lies more than ${limit} containers deep and was not opened; unpack it and add what you need of it.`,
  'parser-crashed': (why: string) =>
    `The file broke the program part that opens such files (${why}); everything else goes on. Look at it with another program, in a safe place.`,
  'parser-timeout': (seconds: string) =>
    `Opening the file came no further in ${seconds} seconds and was stopped; it may be damaged or made to do harm.`,
  'parser-memory': (limit: string) =>
    `Opening the file took more than ${limit} MB of memory and was stopped; it may be damaged or made to do harm.`,
  'parser-lied': (why: string) =>
    `What came out of the part that opens such files does not hold together (${why}), so none of it was taken.`,
  'sandbox-failed': (why: string) =>
    `The part that opens files could not be started (${why}); install the package again, and please report this if it stays.`,
  'sandbox-weak': (what: string) =>
    `On this machine the part that opens files cannot be kept from ${what}; open what strangers send on Linux with util-linux, or offline.`,
  'case-missing': (name: string) =>
    `There is no case "${name}"; \`whence status\` lists the cases, \`whence add\` makes one.`,
  'document-missing': (name: string) =>
    `The case has no document "${name}"; \`whence documents\` lists them with their ids.`,
  'work-cancelled': () => 'It was cancelled before it was read; `whence retry` reads it after all.',
  'languages-mixed': (languages: string) =>
    `Parts of the document are in ${languages}; claims are read from the English parts only.`,
  'text-empty': () => 'The document holds no text, so there is nothing to read.',
  'machine-data': (characters: string) =>
    `${characters} characters here are data that programs write for each other; they are kept and can be searched, and no claims were looked for in them.`,
  'text-binary': () => 'The file looks like binary data rather than text, so nothing was read.',
  'pdf-locked': (file: string) =>
    `${file} is protected by a password, so nothing was read; save a copy without one and add that.`,
  'pdf-damaged': (file: string, why: string) =>
    `${file} is damaged beyond reading (${why}); get another copy, or print it to a new PDF where it still opens.`,
  'pdf-mended': () =>
    'The list of pages in this file is damaged; the pages were found one by one, and their order may be another.',
  'page-damaged': (page: string, why: string) =>
    `Page ${page} could not be read (${why}); the other pages are kept.`,
  'pages-many': (read: string, all: string) =>
    `Only the first ${read} of ${all} pages were read; split the file to read the rest.`,
  'page-long': (pages: string) =>
    `More words lie on page ${pages} than a page can hold; those beyond the limit were left out.`,
  'pdf-scripts': () =>
    'The file carries scripts or starts programs when it is opened in other readers; nothing of that was run here.',
  'pdf-text-layer': (pages: string) =>
    `The words of page ${pages} come from a layer of text laid under a picture; what a reader sees there may differ, so compare before you quote.`,
  'text-hidden': () =>
    'These words cannot be seen on the page (invisible, covered, tiny, beyond its edge or in the colour of the paper); say how you found them if you use them.',
  'text-hidden-many': (count: string) =>
    `There are ${count} more stretches of words that cannot be seen on the page; they are marked in the text.`,
  'scan-unsure': (unsure: string, all: string) =>
    `${unsure} of ${all} words were recognised with little confidence; compare them with the picture before you quote.`,
  'scan-empty': (pages: string) =>
    `No words could be recognised on page ${pages}; look at the picture itself.`,
  'image-large': (file: string, pixels: string) =>
    `${file} has ${pixels} million pixels, more than can be opened safely; make it smaller and add it again.`,
  'image-damaged': (file: string, why: string) =>
    `${file} is damaged beyond reading (${why}); get another copy.`,
  'encoding-guessed': (encoding: string) =>
    `The text declares no valid encoding and was read as ${encoding}; check names with accents.`,
  'encoding-damaged': (count: string) =>
    `${count} characters could not be decoded and stand as �; get a copy in the right encoding if they matter.`,
  'cue-damaged': (count: string) =>
    `${count} cues have no readable time; their words are kept, but where in the recording they stand is lost.`,
  'chat-dates-unclear': () =>
    'Nothing in this chat shows whether its dates put the day or the month first, so only the year is given.',
  'mail-damaged': (why: string) =>
    `This is no readable mail (${why}); open it in a mail program and save it again.`,
  'mail-parts-many': (limit: string) =>
    `The mail claims more than ${limit} parts, which no honest mail has, so it was not opened.`,
  'mail-attachment-damaged': (name: string) =>
    `The attachment ${name} could not be taken out of the mail; its other parts were.`,
  'mail-body-html': () => 'The mail has no plain text, so the text of its HTML was read.',
  'message-damaged': (number: string) =>
    `Message ${number} of the mailbox has no mail headers; it was taken as it stands.`,
  'message-large': (number: string, limit: string) =>
    `Message ${number} of the mailbox is larger than ${limit} MB and was left out; save it on its own and add that.`,
  'member-link': (name: string) =>
    `${name} is a link and was left out: what it points to is not in the archive.`,
  'member-device': (name: string) => `${name} is a device or pipe, no file, and was left out.`,
  'member-failed': (name: string, why: string) => `${name} could not be taken out of the archive: ${why}`,
  'archive-damaged': (why: string) =>
    `The archive is damaged (${why}); what came before the damage was taken.`,
  'archive-kind': (kind: string) => `${kind} archives are not opened; unpack it and add the folder.`,
  'members-left-out': (count: string) =>
    `The archive holds ${count} members more than are opened; unpack it and add the folder in parts.`,
  'archive-large': (limit: string) =>
    `The archive unpacks to more than ${limit} MB; the rest was left out. Unpack it and add the folder.`,
  'record-damaged': (where: string) =>
    `The web archive's record ${where} is damaged; what there is of it was kept.`,
  'record-cut': (where: string) =>
    `The web archive breaks off in the record ${where}: what there is of that was kept, and whatever came after it is missing; get another copy for the rest.`,
  'record-truncated': (where: string, why: string) =>
    `Whoever archived ${where} did not keep all of it (${why}); what they kept was taken.`,
  'records-skipped': (count: string) =>
    `${count} records hold images, scripts or other files without text and were left out.`,
  'problems-many': (count: string) => `${count} more problems of the same file are not listed.`,
  'article-damaged': (where: string) =>
    `There is no readable article at ${where}, so it was left out; the others were taken.`,
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
    `${file} was left out: its name is of no kind that is read; name the file itself to try it all the same.`,
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
  'disk-full': (folder: string) =>
    `The disk that holds ${folder} is full, so nothing more was written; make room and run the command again, nothing acknowledged is lost.`,
  'file-unwritable': (file: string, why: string) =>
    `${file} could not be written (${why}); check the permissions of its folder.`,
  'original-missing': (id: string) =>
    `The original ${id} is missing from the folder of originals; restore it from a backup.`,
  'original-damaged': (id: string) =>
    `The original ${id} is not the bytes that came in; restore it from a backup.`,
  'original-changing': (file: string) =>
    `${file} was written to while it was copied, so it was not taken in; add it again once it is still.`,
  'custody-broken': (caseId: string, why: string) =>
    `The custody log of ${caseId} does not hold (${why}); run \`whence verify\`, and restore the log from a backup.`,
  'zip-damaged': (why: string) =>
    `The file's directory of members is damaged (${why}) and none of them could be found without it; get another copy.`,
  'zip-salvaged': (count: string, why: string) =>
    `The file's directory of members is damaged (${why}), so what comes after the damage is missing; ${count} members were found by their own headers, get another copy for the rest.`,
  'zip-overlapping': () =>
    'Members of the file overlap, as in files made to exhaust memory, so it was not opened.',
  'zip-entries-many': (count: string, limit: string) =>
    `The file holds ${count} members; only the first ${limit} were looked at, split it to have the rest read.`,
  'zip-entry-large': (name: string, limit: string) =>
    `${name} unpacks to more than ${limit} MB, so reading it was stopped there.`,
  'zip-total-large': (limit: string) =>
    `The file unpacks to more than ${limit} MB, so reading it was stopped there.`,
  'zip-ratio': (name: string) =>
    `${name} unpacks to hundreds of times its size, as files made to exhaust memory do, so reading it was stopped.`,
  'zip-encrypted': (name: string) =>
    `${name} is protected by a password; take the protection off and add it again.`,
  'zip-method': (name: string, method: string) =>
    `${name} is packed in a way that is not known here (method ${method}); pack it as an ordinary ZIP and add it again.`,
  'zip-entry-damaged': (name: string, why: string) =>
    `${name} is damaged inside the file (${why}); what could be unpacked was kept.`,
  'xml-damaged': (part: string, why: string) =>
    `The part ${part} of the file is damaged (${why}); what could be read was kept.`,
  'xml-deep': (part: string, limit: string) =>
    `The part ${part} of the file is nested more than ${limit} deep, so reading it was stopped there.`,
  'xml-entities': (part: string) =>
    `The part ${part} of the file defines shorthands of its own; they were not expanded.`,
  'part-missing': (part: string) =>
    `The file has no ${part}, so that part of its text is missing; get another copy of it.`,
  'file-encrypted': (file: string) =>
    `${file} is protected by a password; take the protection off and add it again.`,
  'office-macros': () => 'The file holds macros; they were not run.',
  'office-outside': (count: string) =>
    `The file wants ${count} pictures, templates or objects from outside; none was fetched.`,
  'pictures-small': (count: string) =>
    `${count} pictures of less than 5 KB were left out; they rarely hold words.`,
  'part-unread': (part: string) => `The part ${part} of the file was not read.`,
  'rows-left-out': (sheet: string, read: string, all: string) =>
    `Only the first ${read} rows of the sheet "${sheet}" were read (it says it has ${all}); split it to have the rest read.`,
  'formula-without-value': (count: string) =>
    `${count} formulas carry no stored value and were not calculated; open and save the file in a spreadsheet program to have their results.`,
  'chapter-protected': (file: string) =>
    `${file} is protected against copying and could not be read; get a copy without protection.`,
  'rtf-damaged': (why: string) => `The RTF file is damaged (${why}); what could be read was kept.`,
  'sheet-damaged': (why: string) => `The spreadsheet could not be read (${why}); get another copy of it.`,
  'store-newer': (found: string, known: string) =>
    `The case data was made by a newer Whence (format ${found}; this one knows up to ${known}); install the newer one.`,
  'store-damaged': (why: string) =>
    `The database is damaged (${why}); restore the latest backup with \`whence restore\`. The originals are not in it and are safe.`,
  'store-busy': () =>
    'Another process has been writing to the database for over a minute; wait for it to end, or end it, and try again.',
  'store-unwritable': (why: string) =>
    `The database could not be opened for writing (${why}); check the folder's permissions and the disk.`,
  'store-unreachable': (why: string) =>
    `The database server does not answer (${why}); check WHENCE_DATABASE_URL and that the server runs.`,
  'backup-damaged': (why: string) =>
    `The backup is damaged or cut short (${why}), so nothing was restored; use another one.`,
  'backup-newer': (found: string, known: string) =>
    `The backup was made by a newer Whence (format ${found}; this one knows up to ${known}); install the newer one.`,
  'case-exists': (name: string) =>
    `There is a case "${name}" already, and a restore never overwrites one; restore into another folder or database.`,
  'case-unknown': (name: string) => `There is no case called "${name}" here; see all cases.`,
  'nothing-there': (what: string) =>
    `There is no such thing (${what}) in this case; it may have been removed, or compared anew.`,
  'quotation-differs': (text: string) =>
    `“${text}” is not what stands at that place of the document, so it was not kept; select the words again.`,
  'request-wrong': (field: string, why: string) => `The request does not fit at ${field} (${why}).`,
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

/** An error as a problem of the document it stopped a part of. */
export const problemOf = ({
  code,
  message,
}: {
  readonly code: unknown
  readonly message: string
}): Problem => ({
  code: String(code),
  message,
})
