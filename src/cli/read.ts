/** `whence read`: every claim of some documents, for people or as JSON. */
import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import { readingJson } from '../export/reading-json.js'
import { message, WhenceError } from '../schema/errors.js'
import type { Reading } from '../schema/reading.js'
import { inOrder } from './in-order.js'
import { type Input, inputsOf } from './inputs.js'
import { complain, say } from './output.js'
import { progressOf } from './progress.js'
import { painter, wantsColour } from './terminal/paint.js'
import { readingView } from './terminal/reading.js'

/** Problems of a file that holds no words all the same. */
const NO_FAILURE = new Set(['text-empty', 'kind-other', 'name-controls', 'polyglot'])

type Result = { readonly file: string; readonly reading?: Reading; readonly failure?: string }

export function addRead(program: Command): void {
  program
    .command('read')
    .summary('read documents and print every claim with its chain')
    .description(
      'Reads documents (text, web pages, PDF, pictures, office files, mail, subtitles, chats) and prints every claim: its exact words, who says it, whom they had it from, and how firmly. Nothing is stored.',
    )
    .argument('<file...>', 'files, folders, or - for standard input')
    .option('--json', 'print one line of JSON a document')
    .action(read)
}

async function read(paths: readonly string[], { json = false }: { json?: boolean }): Promise<void> {
  // Loaded here so that help and usage errors come at once.
  const { openReader } = await import('../workflow/read-document.js')
  // The parsers of all kinds are only worth loading for a folder.
  const taken = async (): Promise<ReadonlySet<string>> =>
    (await import('../workflow/extensions.js')).EXTENSIONS
  const threads = availableParallelism()
  const reader = await openReader({ threads })
  const paint = painter(wantsColour(process.env, process.stdout.isTTY))
  const columns = process.stdout.columns ?? (Number(process.env['COLUMNS']) || 80)
  let done = 0
  let failed = 0
  try {
    const work = (input: Input): Promise<Result> =>
      readOne(input, (bytes, file) => reader.read(bytes, file, progressOf(file)))
    // One more than there are threads, so that none waits for the next file to be opened.
    const inputs = inputsOf(paths, process.stdin, taken, (file) => complain(message('file-left-out', file)))
    for await (const { file, reading, failure } of inOrder(inputs, threads + 1, work)) {
      if (failure) {
        failed++
        complain(failure.includes(file) ? failure : `${file}: ${failure}`)
      }
      if (!reading) continue
      if (json) {
        for (const piece of readingJson(reading)) await say(piece)
        await say('\n')
      } else {
        const view = readingView(reading, columns, paint)
        await say(done > 0 ? `\n${'─'.repeat(Math.min(columns, 88))}\n\n${view}` : view)
      }
      done++
    }
  } finally {
    await reader.close()
  }
  if (failed > 0) process.exitCode = 1
}

async function readOne(
  input: Input,
  read: (bytes: Uint8Array, file: string) => Promise<Reading>,
): Promise<Result> {
  const { file } = input
  try {
    const reading = await read(await input.bytes(), file)
    const unread =
      reading.document.text === '' ? reading.problems.find((p) => !NO_FAILURE.has(p.code)) : undefined
    return { file, reading, ...(unread ? { failure: unread.message } : {}) }
  } catch (error) {
    if (error instanceof WhenceError) return { file, failure: error.message }
    return {
      file,
      failure: message('reading-failed', file, error instanceof Error ? error.message : String(error)),
    }
  }
}
