/** `whence status`: how far a case has come, or which cases there are. */
import type { Command } from 'commander'
import type { Case } from '../schema/case.js'
import type { Home } from '../workflow/home.js'
import type { CaseProgress } from '../workflow/progress.js'
import { atHome, caseNamed } from './case.js'
import { complain, say } from './output.js'
import { number, progressLine } from './progress-line.js'
import { plain } from './terminal/plain.js'

const EVERY = 1000

interface Options {
  readonly json?: boolean
  readonly watch?: boolean
}

export function addStatus(program: Command): void {
  program
    .command('status')
    .summary('show how far a case has come')
    .description(
      'Shows how far a case has come: documents, pages, words a second, time left. Without a case, lists the cases.',
    )
    .argument('[case]', 'the name of the case')
    .option('--watch', 'go on until nothing waits')
    .option('--json', 'print JSON, a line a case (with --watch: a line a second)')
    .action(status)
}

async function status(name: string | undefined, { json = false, watch = false }: Options): Promise<void> {
  await atHome(async (home) => {
    const { watchProgress } = await import('../workflow/progress.js')
    const cases = name === undefined ? await home.store.cases.list() : [await caseNamed(home, name)]
    if (!json) await weakness()
    for (const one of cases) {
      const progress = watchProgress(home, one.id, Date.now)
      let now = await progress()
      // The speed shows between two looks.
      while (watch && now.states.waiting + now.states.reading > 0) {
        await tell(one, now, json)
        await new Promise((resolve) => setTimeout(resolve, EVERY))
        now = await progress()
      }
      await tell(one, now, json)
      if (!json && name !== undefined) await listFailed(home, one)
    }
    if (cases.length === 0 && !json) await say('There is no case yet; `whence add CASE PATH` makes one.\n')
  })
}

async function tell({ name, paused = false }: Case, progress: CaseProgress, json: boolean): Promise<void> {
  const { states, words, pages, claims, wordsPerSecond, left } = progress
  await say(
    json
      ? `${JSON.stringify({ case: name, paused, states, documents: Object.values(states).reduce((a, b) => a + b, 0), words, pages, claims, wordsPerSecond, left })}\n`
      : `${progressLine(name, progress)}, ${number(words)} words, ${number(claims)} claims${paused ? ' (paused)' : ''}\n`,
  )
}

/** Those that could not be read, with the reason. */
async function listFailed(home: Home, { id }: Case): Promise<void> {
  const { rows, total } = await home.store.documents.list(id, { states: ['failed'] }, { limit: 100 })
  for (const { file, reason } of rows) await say(`  ${plain(file)}: ${plain(reason?.message ?? '')}\n`)
  if (total > rows.length)
    await say(`  … and ${number(total - rows.length)} more; \`whence documents\` lists all.\n`)
  if (total > 0) await say('Try them again with `whence retry`.\n')
}

async function weakness(): Promise<void> {
  const { sandboxWarning } = await import('../workflow/sandbox-warning.js')
  const warning = sandboxWarning()
  if (warning !== null) complain(warning)
}
