/** `whence compare`, `whence check` and `whence rests`: what documents say together, and a draft against them. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Checked } from '../schema/case.js'
import { WhenceError } from '../schema/errors.js'
import { atHome, caseNamed, documentNamed } from './case.js'
import { say } from './output.js'
import { checkedView } from './terminal/checked.js'
import { painter, wantsColour } from './terminal/paint.js'
import { plain } from './terminal/plain.js'

export function addCompare(program: Command): void {
  program
    .command('compare')
    .summary('compare the documents of a case anew')
    .description(
      'Works out anew who is who in a case, which claims state the same, where they come from and what disagrees. Happens by itself after `whence add`.',
    )
    .argument('<case>', 'the name of the case')
    .action((name: string) =>
      atHome(async (home) => {
        const { compareCase } = await import('../workflow/compare-case.js')
        await compareCase(home, (await caseNamed(home, name)).id, true)
      }),
    )
  program
    .command('check')
    .summary('check a draft, sentence by sentence, against a case')
    .description(
      'Checks each sentence of a draft (text, Markdown, HTML, DOCX) against a case. Exit 1 when something is unsupported, overstated or contradicted.',
    )
    .argument('<case>', 'the name of the case')
    .argument('<draft>', 'the file of the draft')
    .option('--json', 'print one line of JSON a sentence')
    .option('--markdown', 'print the draft with its evidence as footnotes')
    .action(check)
  program
    .command('rests')
    .summary('show what would fall without a document')
    .description(
      'Says beforehand which propositions would lose origins and which findings a side if a document were taken out. Changes nothing.',
    )
    .argument('<case>', 'the name of the case')
    .argument('<document>', 'its file name, its id or the beginning of it')
    .option('--json', 'print one line of JSON')
    .action((name: string, document: string, { json = false }: { json?: boolean }) =>
      atHome(async (home) => {
        const { restsInCase } = await import('../workflow/rests-in-case.js')
        const found = await caseNamed(home, name)
        const rests = await restsInCase(home, found.id, (await documentNamed(home, found, document)).id)
        if (json) return say(`${JSON.stringify(rests)}\n`)
        const { propositions, findings } = rests
        if (propositions.length + findings.length === 0) return say('Nothing rests on it alone.\n')
        for (const { text, origins } of propositions)
          await say(`statement  “${plain(text)}” (${origins.established} origins with it)\n`)
        for (const { why } of findings) await say(`finding    ${plain(why)}\n`)
      }),
    )
}

const FAILING: ReadonlySet<string> = new Set(['unsupported', 'overstated', 'contradicted'])

interface CheckOptions {
  readonly json?: boolean
  readonly markdown?: boolean
}

async function check(name: string, file: string, options: CheckOptions): Promise<void> {
  await atHome(async (home) => {
    const found = await caseNamed(home, name)
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT'
        ? new WhenceError('file-missing', file)
        : new WhenceError('file-unreadable', file, error.code ?? error.message)
    })
    const { openReader } = await import('../workflow/read-document.js')
    const { checkAgainstCase } = await import('../workflow/check-against-case.js')
    const reader = await openReader({ threads: 1 })
    try {
      const draft = await reader.read(bytes, file)
      const checked = await checkAgainstCase(home, found.id, draft)
      const { caseRedactor } = await import('../workflow/case-redactor.js')
      const text = await printed(draft.document.text, file, checked, options)
      // Footnotes go out with the draft.
      await say(options.markdown ? (await caseRedactor(home, found.id))(text) : text)
      if (checked.some(({ verdict }) => FAILING.has(verdict))) process.exitCode = 1
    } finally {
      await reader.close()
    }
  })
}

async function printed(
  text: string,
  file: string,
  checked: readonly Checked[],
  { json = false, markdown = false }: CheckOptions,
): Promise<string> {
  if (json) return checked.map((sentence) => `${JSON.stringify(sentence)}\n`).join('')
  if (markdown) {
    const { checkedMarkdown } = await import('../export/checked-markdown.js')
    return checkedMarkdown(text, checked)
  }
  const paint = painter(wantsColour(process.env, process.stdout.isTTY))
  return checkedView(text, file, checked, paint)
}
