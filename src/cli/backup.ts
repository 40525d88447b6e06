/** `whence backup` and `whence restore`. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { atHome, keeping } from './case.js'
import { say } from './output.js'
import { plain } from './terminal/plain.js'

interface Json {
  readonly json?: boolean
}

export function addBackup(program: Command): void {
  program
    .command('backup')
    .summary('copy what is kept')
    .description(
      'Writes a copy of the database, which can be restored into either kind of database, to the folder of backups, where the last seven are kept; or, to a folder that is named, a copy of everything: database, logs of custody and originals.',
    )
    .argument('[folder]', 'where a copy of everything goes; what it holds already is not copied again')
    .option('--json', 'print one line of JSON')
    .action((folder: string | undefined, { json }: Json) =>
      atHome(async (home) => {
        const { backupAll, backupDatabase } = await import('../workflow/backup-home.js')
        const { whereabouts } = await import('../workflow/home.js')
        if (folder === undefined) {
          const file = await backupDatabase(whereabouts(), home, new Date())
          return say(json ? `${JSON.stringify({ file })}\n` : `${plain(file)}\n`)
        }
        const originals = await backupAll(whereabouts(), home, folder)
        await say(
          json
            ? `${JSON.stringify({ folder: resolve(folder), originals })}\n`
            : `Everything, with ${originals} originals, is in ${plain(folder)}.\n`,
        )
      }),
    )

  program
    .command('restore')
    .summary('restore a backup')
    .description('Restores a backup, a file or a folder, here. A case that exists is never overwritten.')
    .argument('<backup>', 'a file of the folder of backups, or a folder written by `whence backup FOLDER`')
    .option('--json', 'print one line of JSON')
    .action((source: string, { json }: Json) =>
      atHome(async (home) => {
        const { restoreHome } = await import('../workflow/backup-home.js')
        const { whereabouts } = await import('../workflow/home.js')
        const cases = await restoreHome(whereabouts(), home, source)
        const { by, now } = keeping()
        for (const id of cases)
          await home.custody.append(id, [
            { at: now(), by, act: 'restored', document: null, detail: { from: resolve(source) } },
          ])
        await say(json ? `${JSON.stringify({ cases })}\n` : `${cases.length} cases restored.\n`)
      }),
    )
}
