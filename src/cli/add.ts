/** `whence add`: files into a case, and read to the end. */
import type { Command } from 'commander'
import { message } from '../schema/errors.js'
import type { Home } from '../workflow/home.js'
import { atHome, keeping } from './case.js'
import { complain, say } from './output.js'
import { plain } from './terminal/plain.js'
import { workUntilDone } from './work-until-done.js'

interface Options {
  readonly wait: boolean
  readonly json?: boolean
}

export function addAdd(program: Command): void {
  program
    .command('add')
    .summary('add files and folders to a case and read them')
    .description(
      'Adds files, and folders with all that is in them, to a case, which is made where there is none of that name. The originals are kept and logged first; then everything is read. Adding the same again changes nothing.',
    )
    .argument('<case>', 'the name of the case')
    .argument('<path...>', 'files and folders')
    .option('--no-wait', 'only add; a running `whence serve` or `whence worker` reads')
    .option('--json', 'print one line of JSON when all is done')
    .action(add)
}

async function add(name: string, paths: readonly string[], { wait, json = false }: Options): Promise<void> {
  await atHome(async (home) => {
    const { addDocuments } = await import('../workflow/add-documents.js')
    const found = await home.store.cases.open(name)
    const added = await addDocuments(home, found.id, paths, {
      ...keeping(),
      progress: (files) => {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${files.toLocaleString('en')} files kept`)
      },
    })
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    for (const { why } of added.failed) complain(plain(why))
    if (added.failed.length > 0) process.exitCode = 1
    const unread = wait ? await workUntilDone(home, found) : []
    for (const { file, reason } of unread)
      complain(plain(reason ? `${file}: ${reason.message}` : message('reading-failed', file, 'unknown')))
    if (unread.length > 0) process.exitCode = 1
    await copyDaily(home)
    const { states } = await home.store.documents.counts(found.id)
    const line = {
      case: found.name,
      files: added.files,
      new: added.fresh.length,
      known: added.known,
      failed: added.failed.length + unread.length,
      states,
    }
    await say(
      json
        ? `${JSON.stringify(line)}\n`
        : `${count(line.files, 'file')}: ${line.new} new, ${line.known} known already. ` +
            `The case "${plain(found.name)}" has ${states.done} read, ${states.failed} that could not be read, ${states.waiting + states.reading} waiting.\n`,
    )
  })
}

/** A copy of the database a day; that there is none is no reason to fail. */
async function copyDaily(home: Home): Promise<void> {
  const { backupDaily } = await import('../workflow/backup-home.js')
  const { whereabouts } = await import('../workflow/home.js')
  await backupDaily(whereabouts(), home, new Date()).catch((error: unknown) => complain(String(error)))
}

const count = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`
