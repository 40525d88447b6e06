/** `whence search`: words, phrases and names in the documents of a case. */
import type { Command } from 'commander'
import { WhenceError } from '../schema/errors.js'
import type { Hit, Query } from '../store/store.js'
import { atHome, caseNamed, documentNamed } from './case.js'
import { say } from './output.js'
import { plain } from './terminal/plain.js'
import { painter, wantsColour, type Paint } from './terminal/paint.js'

interface Options {
  readonly json?: boolean
  readonly limit: string
  readonly document?: string
  readonly publisher?: string
  readonly language?: string
  readonly type?: string
  readonly from?: string
  readonly to?: string
}

const MOST = 1000

export function addSearch(program: Command): void {
  program
    .command('search')
    .summary('search the documents of a case')
    .description(
      'Searches the documents of a case: words, "phrases", -without, and name~ for a name in other spellings.',
    )
    .argument('<case>', 'the name of the case')
    .argument('<words...>', 'what to look for')
    // -without is a word here.
    .allowUnknownOption()
    .option('--document <name>', 'only in this document')
    .option('--publisher <name>', 'only of this publisher')
    .option('--language <code>', 'only in this language')
    .option('--type <media-type>', 'only files of this kind')
    .option('--from <date>', 'published on this day or later')
    .option('--to <date>', 'published on this day or earlier')
    .option('--limit <number>', 'how many at most', '20')
    .option('--json', 'print one line of JSON a hit')
    .action(search)
}

async function search(caseName: string, words: readonly string[], options: Options): Promise<void> {
  const mistaken = words.find((word) => word.startsWith('--'))
  if (mistaken !== undefined)
    throw new WhenceError('usage', `There is no option ${mistaken}; \`whence search --help\` lists them.`)
  await atHome(async (home) => {
    const found = await caseNamed(home, caseName)
    const { document, publisher, language, type, from, to } = options
    const query: Query = {
      words: words.join(' '),
      ...(document === undefined ? {} : { document: (await documentNamed(home, found, document)).id }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(language === undefined ? {} : { language }),
      ...(type === undefined ? {} : { mediaType: type }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }
    const limit = Math.min(MOST, Math.max(1, Number(options.limit) || 20))
    const { rows, total } = await home.store.search.find(found.id, query, { limit })
    const paint = painter(wantsColour(process.env, process.stdout.isTTY))
    for (const hit of rows) await say(options.json ? `${JSON.stringify(hit)}\n` : view(hit, paint))
    if (!options.json) await say(`${rows.length} of ${total}\n`)
  })
}

/** The name of the document, and the words around what was found. */
function view({ file, title, snippet, marks }: Hit, paint: Paint): string {
  let words = ''
  let at = snippet.start
  for (const mark of marks) {
    if (mark.start < at || mark.end > snippet.end) continue
    words += plain(snippet.text.slice(at - snippet.start, mark.start - snippet.start))
    words += paint('strong', plain(snippet.text.slice(mark.start - snippet.start, mark.end - snippet.start)))
    at = mark.end
  }
  words += plain(snippet.text.slice(at - snippet.start))
  return `${paint('quiet', plain(title ?? file))}\n    ${words}\n`
}
