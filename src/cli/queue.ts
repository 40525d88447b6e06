/** `whence remove`, `retry`, `cancel`, `pause`, `resume`, `rebuild`, `worker`: what is to be worked on. */
import type { Command } from 'commander'
import type { Case } from '../schema/case.js'
import type { Home } from '../workflow/home.js'
import { atHome, caseNamed, documentNamed, keeping } from './case.js'
import { say } from './output.js'
import { workOn, workUntilDone } from './work-until-done.js'

interface Json {
  readonly json?: boolean
}

async function told(
  json: boolean | undefined,
  done: Record<string, number | boolean | string>,
  words: string,
): Promise<void> {
  await say(json ? `${JSON.stringify(done)}\n` : `${words}\n`)
}

const overCase = (name: string, run: (home: Home, found: Case) => Promise<void>): Promise<void> =>
  atHome(async (home) => run(home, await caseNamed(home, name)))

export function addQueue(program: Command): void {
  const command = (name: string, summary: string, description: string): Command =>
    program.command(name).summary(summary).description(description).option('--json', 'print one line of JSON')

  command(
    'remove',
    'take a document out of a case',
    'Takes a document, and all that came out of it, out of a case. That it was there, and who removed it, stays in the log of custody.',
  )
    .argument('<case>', 'the name of the case')
    .argument('<document...>', 'ids (8 characters or more) or file names')
    .action((name: string, documents: string[], { json }: Json) =>
      overCase(name, async (home, found) => {
        const { removeDocument } = await import('../workflow/remove-document.js')
        let removed = 0
        for (const document of documents)
          removed += await removeDocument(home, await documentNamed(home, found, document), keeping())
        await told(json, { removed }, `${removed} removed.`)
      }),
    )

  command(
    'retry',
    'try failed and cancelled documents again',
    'Tries documents again that failed or were cancelled: all, or those named.',
  )
    .argument('<case>', 'the name of the case')
    .argument('[document...]', 'ids (8 characters or more) or file names')
    .option('--no-wait', 'leave the reading to a running `whence serve` or `whence worker`')
    .action((name: string, documents: string[], { json, wait }: Json & { wait: boolean }) =>
      overCase(name, async (home, found) => {
        const ids: string[] = []
        for (const document of documents) ids.push((await documentNamed(home, found, document)).id)
        const retried = await home.store.documents.retry(found.id, ids.length > 0 ? ids : null)
        const failed = wait ? (await workUntilDone(home, found)).length : 0
        if (failed > 0) process.exitCode = 1
        await told(json, { retried, failed }, `${retried} tried again, ${failed} failed again.`)
      }),
    )

  command(
    'cancel',
    'give up what waits',
    'Cancels every document that waits; `whence retry` takes them up again.',
  )
    .argument('<case>', 'the name of the case')
    .action((name: string, { json }: Json) =>
      overCase(name, async (home, found) => {
        const { by, now } = keeping()
        const cancelled = await home.store.documents.cancel(found.id)
        if (cancelled > 0)
          await home.custody.append(found.id, [
            { at: now(), by, act: 'cancelled', document: null, detail: { documents: cancelled } },
          ])
        await told(json, { cancelled }, `${cancelled} cancelled.`)
      }),
    )

  for (const paused of [true, false])
    command(
      paused ? 'pause' : 'resume',
      paused ? 'stop reading a case for now' : 'go on reading a case',
      paused
        ? 'Stops reading a case until `whence resume`; what is being read is finished.'
        : 'Goes on reading a case that was paused.',
    )
      .argument('<case>', 'the name of the case')
      .action((name: string, { json }: Json) =>
        overCase(name, async (home, found) => {
          await home.store.cases.pause(found.id, paused)
          await told(json, { case: found.name, paused }, paused ? 'Paused.' : 'Resumed.')
        }),
      )

  command(
    'rebuild',
    'read again what was read by earlier versions',
    'Reads again those documents that were read by other versions of Whence or its model, from their originals.',
  )
    .argument('<case>', 'the name of the case')
    .action((name: string, { json }: Json) =>
      overCase(name, async (home, found) => {
        const { currentVersions } = await import('../workflow/read-document.js')
        const stale = await home.store.documents.stale(found.id, await currentVersions())
        const failed = (await workUntilDone(home, found)).length
        if (failed > 0) process.exitCode = 1
        await told(json, { rebuilt: stale, failed }, `${stale} read again, ${failed} failed.`)
      }),
    )

  program
    .command('worker')
    .summary('read what waits, until stopped')
    .description(
      'Reads what waits in all cases, or in one, until it is stopped. Any number may run, on one machine or, with PostgreSQL, on many.',
    )
    .argument('[case]', 'only this case')
    .action((name: string | undefined) =>
      atHome(async (home) =>
        workOn(home, name === undefined ? null : (await caseNamed(home, name)).id, false),
      ),
    )
}
