/** A checked draft as Markdown: its own text, each sentence that claims something with a footnote of what the case holds on it. */
import type { Checked, Verdict } from '../schema/case.js'
import type { Evidence } from '../schema/reading.js'

const WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'Supported',
  overstated: 'Overstated',
  contradicted: 'Contradicted',
  'single-origin': 'Single origin',
  unsupported: 'Unsupported',
  'no-claim': 'No claim',
}
const MOST = 5

/** `text` is the draft's canonical text, into which the sentences point; nothing in it is changed. */
export function checkedMarkdown(text: string, checked: readonly Checked[]): string {
  const noted = checked.filter((c) => c.verdict !== 'no-claim').sort((a, b) => a.start - b.start)
  let body = ''
  let at = 0
  for (const [i, { end }] of noted.entries()) {
    const mark = text.slice(0, end).trimEnd().length
    body += `${text.slice(at, Math.max(at, mark))}[^${i + 1}]`
    at = Math.max(at, mark)
  }
  body += text.slice(at)
  const notes = noted.map((c, i) => [`[^${i + 1}]: **${WORDS[c.verdict]}.** ${oneLine(c.why)}`, ...listed('Evidence', c.evidence), ...listed('Against', c.against), ...listed('Answer', c.answer ? [c.answer] : [])].join('\n')) // prettier-ignore
  return notes.length === 0 ? `${body.trimEnd()}\n` : `${body.trimEnd()}\n\n${notes.join('\n')}\n`
}

function listed(head: string, evidence: readonly Evidence[]): string[] {
  if (evidence.length === 0) return []
  const shown = evidence
    .slice(0, MOST)
    .map((e) => `“${oneLine(e.text)}” (${escaped(e.file)}, ${e.start}–${e.end})`)
  const more = evidence.length > MOST ? [`and ${evidence.length - MOST} more`] : []
  return ['', `    ${head}: ${[...shown, ...more].join('; ')}`]
}

const oneLine = (text: string): string => escaped(text.replace(/\s+/g, ' ').trim())
/** Characters of a source that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, (c) => `\\${c}`)
