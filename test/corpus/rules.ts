/** What must hold of a parsed corpus beyond its notation. Every breach is a problem with file, line and a plain sentence. */
import { isEdtf } from '../../src/schema/edtf.js'
import { type Batch, type CorpusProblem, type Passage } from './parse.js'

type Found = readonly [line: number, message: string]

/** The rules within one passage. */
export function passageProblems(passage: Passage): CorpusProblem[] {
  const found = [...headerProblems(passage), ...attributionProblems(passage), ...claimProblems(passage)]
  return found.map(([line, message]) => ({ file: passage.file, line, message: `${passage.id}: ${message}` }))
}

/** The rules across batches: ids begin with their batch and stand once. */
export function idProblems(batches: readonly Batch[]): CorpusProblem[] {
  const seen = new Map<string, string>()
  return batches.flatMap((batch) =>
    batch.passages.flatMap(({ file, line, id }) => {
      const before = seen.get(id)
      seen.set(id, `${file}:${line}`)
      const messages = before ? [`the id ${id} stands already at ${before}`] : []
      const name = /([^/]*)\.txt$/.exec(file)?.[1] ?? ''
      if (!id.startsWith(`${name}-`)) messages.push(`the id ${id} does not begin with its batch, ${name}-`)
      return messages.map((message) => ({ file, line, message }))
    }),
  )
}

/** A second marking is of the same passages, word for word. */
export function secondProblems(first: readonly Batch[], second: readonly Batch[]): CorpusProblem[] {
  const texts = new Map(first.flatMap((b) => b.passages.map((p) => [p.id, p.text] as const)))
  return second.flatMap((batch) =>
    batch.passages
      .filter((p) => texts.get(p.id) !== p.text)
      .map(({ file, line, id }) => ({
        file,
        line,
        message: texts.has(id)
          ? `the text of ${id} differs from the first marking; marks alone may differ`
          : `${id} was never marked a first time`,
      })),
  )
}

const headerProblems = ({ line, date }: Passage): Found[] =>
  isEdtf(date) ? [] : [[line, `the date "${date}" is not EDTF`]]

function attributionProblems({ text, attributions }: Passage): Found[] {
  return attributions.flatMap(({ number, source, cue, content, stances, kinds, line }) => {
    const messages: string[] = []
    if (content.length === 0) messages.push(`attribution ${number} has no content`)
    if (source.length === 0 && cue.length === 0) messages.push(`content ${number} has neither a source nor a cue`)
    if (stances.length > 1)
      messages.push(`number ${number} has two stances, ${stances.join(' and ')}; give the second attribution its own number`)
    if (kinds.length > 1)
      messages.push(`number ${number} has two kinds, ${kinds.join(' and ')}; give the second attribution its own number`)
    for (const s of source)
      if (text[s.end - 1] === ',') messages.push(`the source ${number} ends in a comma; the comma stands outside`)
    return messages.map((message): Found => [line, message])
  })
}

function claimProblems({ attributions, claims }: Passage): Found[] {
  return claims.flatMap(({ chain, content, line }): Found[] => {
    if (content === null) return []
    const holder = attributions.find((a) => a.number === content && a.content.length > 0)
    if (!holder) return [[line, `the claim stands in C${content}, which does not exist`]]
    const links = holder.inside.length + 1
    if (chain.length === links) return []
    const around = [...holder.inside, content].map((n) => `C${n}`).join(' > ')
    return [[line, `the chain has ${chain.length} links; the claim stands in ${around}, so it needs ${links}`]]
  })
}
