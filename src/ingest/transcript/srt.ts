/** SubRip subtitles: numbered cues with times; the text joined into paragraphs by speaker. */
import { problem } from '../../schema/errors.js'
import type { Format } from '../format.js'
import { milliseconds } from './clock.js'
import { utterancesOf, type Cue } from './cues.js'
import { layOut } from './lay-out.js'

const TIMES =
  /^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-+>\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})?/
const BEGINNING = /^\s*(?:\d{1,6}[ \t]*\n)?[ \t]*(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-+>/

export const srt: Format = {
  name: 'srt',
  mediaType: 'application/x-subrip',
  extensions: ['srt'],
  read(source) {
    const { cues, damaged } = cuesOf(source)
    const content = layOut(utterancesOf(cues))
    return damaged === 0 ? content : { ...content, problems: [problem('cue-damaged', null, String(damaged))] }
  },
}

export const isSrt = (head: string): boolean => BEGINNING.test(head.slice(0, 2000))

/** Cues in the order of the file; a number alone above the times of the next is no text. A damaged time line is counted and its words kept. */
export function cuesOf(source: string): { cues: Cue[]; damaged: number } {
  const lines = source.split('\n')
  const cues: { from: number; to: number | null; text: string[] }[] = []
  let damaged = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const times = TIMES.exec(line)
    if (times) {
      const to = times[2] === undefined ? NaN : milliseconds(times[2])
      cues.push({ from: milliseconds(times[1]!), to: Number.isNaN(to) ? null : to, text: [] })
    } else if (/-->/.test(line)) {
      damaged++
      cues.push({ from: cues.at(-1)?.to ?? cues.at(-1)?.from ?? 0, to: null, text: [] })
    } else if (/^\s*\d{1,6}\s*$/.test(line) && /-->/.test(lines[i + 1] ?? '')) continue
    else if (line.trim() !== '') cues.at(-1)?.text.push(line)
  }
  return { cues: cues.map((cue) => ({ ...cue, text: cue.text.join('\n') })), damaged }
}
