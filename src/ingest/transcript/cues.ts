/** Cues of subtitles → turns: who speaks, and paragraphs that a reader would make. */
import type { Utterance } from './lay-out.js'
import { decodeEntities } from '../html/entities.js'
import { labelOf } from './labels.js'

export interface Cue {
  /** Milliseconds; `to` is null where the file does not say. */
  readonly from: number
  readonly to: number | null
  /** Its lines as they stand in the file, with their tags. */
  readonly text: string
}

interface Line {
  readonly text: string
  /** Undefined: goes on as before. Null: somebody else, unnamed. */
  readonly speaker: string | null | undefined
}

/** A silence this long ends a paragraph, milliseconds. */
const PAUSE = 4000
/** A paragraph of more characters ends with its next sentence. */
const LONG = 700
const ENDS = /[.!?…]["'”’»)\]]*$/
const VOICE = /<v(?:\.[^\s>]{0,60})?[ \t]+([^>\n]{1,120})>/
const TAG = /<\/?[a-z][^<>\n]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,100}\}/gi
const DASH = /^(?:[-–—‐]\s*|&gt;&gt;\s*|>>\s*)(?=\S)/

/** The utterances of a recording. A name before a colon holds until another speaks; a dash or ">>" says only that another does. */
export function utterancesOf(cues: readonly Cue[]): Utterance[] {
  const out: { speaker: string | null; pieces: Utterance['pieces'][number][]; at: null }[] = []
  let [speaker, until, size, last]: [string | null, number, number, string] = [null, 0, 0, '']
  for (const cue of cues) {
    for (const line of linesIn(cue.text)) {
      const next: string | null = line.speaker === undefined ? speaker : line.speaker
      const pause = cue.from - until > PAUSE || (size > LONG && ENDS.test(last))
      if (out.length === 0 || line.speaker === null || next !== out.at(-1)!.speaker || pause) {
        out.push({ speaker: next, pieces: [], at: null })
        size = 0
      }
      speaker = next
      if (line.text === '') continue
      out.at(-1)!.pieces.push({ text: line.text, place: { kind: 'time', from: cue.from, to: cue.to } })
      size += line.text.length
      last = line.text
      until = cue.to ?? cue.from
    }
    if (VOICE.test(cue.text)) speaker = null
  }
  return out
}

/** The lines of a cue, joined where one speaker goes on. A voice tag counts for its cue alone. */
function linesIn(cue: string): Line[] {
  const lines: { text: string; speaker: string | null | undefined }[] = []
  const voiced = VOICE.test(cue)
  for (const raw of cue.split('\n')) {
    for (const stretch of raw.split(/(?=<v[ .])/)) {
      const voice = VOICE.exec(stretch)?.[1]
      const bare = decodeEntities(stretch.replace(TAG, '')).trim()
      const dashed = DASH.exec(bare)?.[0] ?? ''
      const rest = bare.slice(dashed.length)
      const label = voiced ? null : labelOf(rest)
      const speaker = voice?.trim() ?? label?.speaker ?? (dashed === '' ? undefined : null)
      const text = label ? rest.slice(label.length).trim() : rest
      const before = lines.at(-1)
      if (before && speaker === undefined) before.text = `${before.text} ${text}`.trim()
      else if (text !== '' || speaker != null) lines.push({ text, speaker })
    }
  }
  const anyVoice = lines.some((line) => line.speaker !== undefined)
  return voiced && !anyVoice ? lines.map((line) => ({ ...line, speaker: null })) : lines
}
