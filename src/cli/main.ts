#!/usr/bin/env node
/** The command `whence`: one file per verb. */
import { Command, CommanderError } from 'commander'
import { WhenceError } from '../schema/errors.js'
import { addAdd } from './add.js'
import { addBackup } from './backup.js'
import { addCompare } from './compare.js'
import { addLists } from './list-case.js'
import { complain } from './output.js'
import { packageVersion } from './places.js'
import { addProperties } from './properties.js'
import { addQueue } from './queue.js'
import { addRead } from './read.js'
import { addSearch } from './search.js'
import { addServe } from './serve.js'
import { addStatus } from './status.js'
import { addVerify } from './verify.js'

const WRONG_USAGE = 2
const USAGE_CODES: ReadonlySet<string> = new Set(['usage', 'port-wrong', 'port-taken', 'case-missing'])

// A pipe that is closed early (`whence read … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const program = new Command('whence')
  .description('Who says so, who did they have it from, and who says otherwise?')
  .version(await packageVersion())
  .showHelpAfterError('Run `whence --help` or `whence <command> --help` to see what it takes.')
  .showSuggestionAfterError()
  .exitOverride()

for (const add of [
  addRead,
  addAdd,
  addStatus,
  addLists,
  addSearch,
  addQueue,
  addVerify,
  addBackup,
  addCompare,
  addProperties,
  addServe,
])
  add(program)
for (const command of program.commands) command.copyInheritedSettings(program).exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeFor(error)
}

function exitCodeFor(error: unknown): number {
  // Commander has printed the message already; help that was asked for is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
  if (error instanceof WhenceError) {
    complain(error.message)
    return USAGE_CODES.has(String(error.code)) ? WRONG_USAGE : 1
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}
