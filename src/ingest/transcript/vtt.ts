/** WebVTT (W3C): cues with times, voices and settings; notes, styles and regions are no speech. */
import { problem } from '../../schema/errors.js'
import type { Format } from '../format.js'
import { utterancesOf } from './cues.js'
import { layOut } from './lay-out.js'
import { cuesOf } from './srt.js'

export const vtt: Format = {
  name: 'vtt',
  mediaType: 'text/vtt',
  extensions: ['vtt'],
  read(source) {
    const { cues, damaged } = cuesOf(speechOf(source))
    const content = layOut(utterancesOf(cues))
    return damaged === 0 ? content : { ...content, problems: [problem('cue-damaged', null, String(damaged))] }
  },
}

export const isVtt = (head: string): boolean => /^\ufeff?\s*WEBVTT(?:[ \t\n]|$)/.test(head.slice(0, 200))

/** Only the blocks with a time line, each without the name that may stand above it. */
function speechOf(source: string): string {
  return source
    .split(/\n[ \t]*\n+/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const at = lines.findIndex((line) => line.includes('-->'))
      return at === -1 || at > 1 || /^(?:NOTE|STYLE|REGION)\b/.test(lines[0]!)
        ? []
        : [lines.slice(at).join('\n')]
    })
    .join('\n\n')
}
