/** The marks on real texts (corpus/real, corpus/second/real): stand-off files that must hold even where the texts are not at hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORPUS } from './folder.js'
import { isKind, isStance } from './marks.js'
import { type CorpusProblem } from './parse.js'

type Pair = readonly [start: number, end: number]

export interface RealMarks {
  readonly file: string
  readonly id: string
  readonly sha256: string
  readonly split: string
  readonly attributions: readonly {
    readonly n: string
    readonly source: readonly Pair[]
    readonly kind: string | null
    readonly cue: readonly Pair[]
    readonly stance: string | null
    readonly content: readonly Pair[]
  }[]
  readonly hedges: readonly Pair[]
}

/** Every stand-off file of a folder, by name. */
export const readReal = (folder: 'real' | 'second/real'): RealMarks[] =>
  readdirSync(join(CORPUS, folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(CORPUS, folder, file), 'utf8')) as Omit<RealMarks, 'file'>),
      file: `corpus/${folder}/${file}`,
    }))

/** The rules of the in-line marks, for stand-off ones; `length` is that of the text, where it is at hand. */
export function realProblems(marks: RealMarks, length = Infinity): CorpusProblem[] {
  const messages: string[] = []
  const wrong = (message: string): number => messages.push(message)
  if (!marks.file.endsWith(`/${marks.id}.json`)) wrong(`the id ${marks.id} is not the name of the file`)
  const outside = ([start, end]: Pair): boolean => !(start >= 0 && end > start && end <= length)
  for (const { n, source, kind, cue, stance, content } of marks.attributions) {
    if (content.length === 0) wrong(`attribution ${n} has no content`)
    if (source.length === 0 && cue.length === 0) wrong(`content ${n} has neither a source nor a cue`)
    if (source.length > 0 ? !isKind(kind) : kind !== null) wrong(`attribution ${n} has a source without a kind, or the reverse`)
    if (cue.length > 0 ? !isStance(stance) : stance !== null) wrong(`attribution ${n} has a cue without a stance, or the reverse`)
    if ([...source, ...cue, ...content].some(outside)) wrong(`attribution ${n} has a span that is empty or outside the text`)
  }
  if (marks.hedges.some(outside)) wrong('a hedge is empty or outside the text')
  return messages.map((message) => ({ file: marks.file, line: 1, message }))
}
