/** Colour, where the terminal has it and the reader wants it. It never says anything that words do not say too. */
import type { Certainty } from '../../schema/reading.js'

const CODES = {
  strong: '1',
  quiet: '2',
  green: '32',
  yellow: '33',
  blue: '34',
  magenta: '35',
  red: '31',
} as const
export type Tone = keyof typeof CODES
export type Paint = (tone: Tone, text: string) => string

export const CERTAINTY_TONES: Readonly<Record<Certainty, Tone>> = {
  certain: 'green',
  probable: 'blue',
  possible: 'yellow',
  unknown: 'magenta',
}

/** Follows NO_COLOR (no-color.org) and FORCE_COLOR; otherwise colours a terminal that is not dumb. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0'
  return isTerminal && env['TERM'] !== 'dumb'
}

export const painter =
  (colour: boolean): Paint =>
  (tone, text) =>
    colour && text ? `\x1b[${CODES[tone]}m${text}\x1b[0m` : text
