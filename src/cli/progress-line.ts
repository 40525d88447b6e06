import type { CaseProgress } from '../workflow/progress.js'
import { plain } from './terminal/plain.js'

/** 'harbour: 1,204 of 10,000 documents, 2 not read, 4,300 words a second, 12 min left' */
export function progressLine(name: string, progress: CaseProgress): string {
  const { states, pages, wordsPerSecond, left } = progress
  const done = states.done + states.failed
  const all = done + states.waiting + states.reading
  return [
    `${plain(name)}: ${number(done)} of ${number(all)} documents`,
    states.failed > 0 ? `${number(states.failed)} not read` : '',
    pages > 0 ? `${number(pages)} pages` : '',
    wordsPerSecond === null ? '' : `${number(Math.round(wordsPerSecond))} words a second`,
    left === null || left === 0 ? '' : `${duration(left)} left`,
  ]
    .filter(Boolean)
    .join(', ')
}

export const number = (n: number): string => n.toLocaleString('en')

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
