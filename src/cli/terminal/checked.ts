/** A checked draft as linters print: `line:column  verdict  why`, the sentence under it, and a count at the end. */
import type { Checked, Verdict } from '../../schema/case.js'
import type { Paint } from './paint.js'
import { plain } from './plain.js'

const SHOWN = 100
const WIDTH = 'single-origin'.length

/** Only what is wrong or open; columns count characters from 1. */
export function checkedView(text: string, file: string, checked: readonly Checked[], paint: Paint): string {
  const lines = checked
    .filter(({ verdict }) => verdict !== 'supported' && verdict !== 'no-claim')
    .map((sentence) => {
      const { line, column } = placeOf(text, sentence.start)
      const verdict = sentence.verdict.padEnd(WIDTH)
      const at = `${plain(file)}:${line}:${column}`
      return `${at}  ${colour(sentence.verdict, verdict, paint)}  ${plain(sentence.why)}\n    ${paint('quiet', plain(short(sentence.text)))}\n`
    })
  const counts = new Map<Verdict, number>()
  for (const { verdict } of checked) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const summary = [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}${summary || 'The draft has no sentence.'}\n`
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line
}

function placeOf(text: string, start: number): { line: number; column: number } {
  const before = text.slice(0, start)
  const line = before.split('\n').length
  return { line, column: start - before.lastIndexOf('\n') }
}

const colour = (verdict: Verdict, word: string, paint: Paint): string =>
  paint(verdict === 'contradicted' || verdict === 'unsupported' ? 'red' : 'yellow', word)
