/** `whence verify`: proof that nothing was lost or changed. */
import type { Command } from 'commander'
import { atHome, caseNamed } from './case.js'
import { complain, say } from './output.js'
import { plain } from './terminal/plain.js'

export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('prove that a case is what came in')
    .description(
      'Proves the log of custody of a case from its first entry and hashes every original again; names the first thing that does not hold.',
    )
    .argument('<case>', 'the name of the case')
    .option('--json', 'print one line of JSON')
    .action((name: string, { json = false }: { json?: boolean }) =>
      atHome(async (home) => {
        const { verifyCase } = await import('../workflow/verify-case.js')
        const verified = await verifyCase(home, (await caseNamed(home, name)).id)
        if (verified.broken !== null) process.exitCode = 1
        if (json) return say(`${JSON.stringify(verified)}\n`)
        if (verified.broken !== null) return complain(plain(verified.broken))
        await say(
          `${verified.entries} entries of the log, ${verified.originals} originals and ${verified.documents} documents hold.\n`,
        )
      }),
    )
}
