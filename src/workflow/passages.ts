/** A document in two languages is read in two passes: its passages that are read to claims, and the others. */
import { isRead } from '../read/language.js'
import type { Block, Document } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import type { Reading } from '../schema/reading.js'
import { joinReadings } from './join-readings.js'

/**
 * The document with its blocks in languages that are read to claims, and the same document with the rest; one where all
 * are of one sort. Texts and offsets are those of the whole.
 */
export function passagesOf(document: Document): Document[] {
  const { languages = [], info, blocks } = document
  const sorts = new Map<boolean, Block[]>()
  const spoken = new Map<boolean, string>()
  let run = 0
  for (const block of blocks) {
    while (run < languages.length && languages[run]!.end <= block.start) run++
    const language =
      languages[run] && languages[run]!.start <= block.start ? languages[run]!.language : info.language
    const sort = isRead(language)
    const same = sorts.get(sort)
    if (same) same.push(block)
    else sorts.set(sort, [block])
    if (!spoken.has(sort) || language === info.language) spoken.set(sort, language)
  }
  if (sorts.size < 2) {
    const [language = info.language] = spoken.values()
    return [
      isRead(language) === isRead(info.language) ? document : { ...document, info: { ...info, language } },
    ]
  }
  return [true, false].map((sort, i) => ({
    ...document,
    info: { ...info, language: spoken.get(sort)! },
    blocks: sorts.get(sort)!,
    problems: i === 0 ? document.problems : [],
  }))
}

/** One Reading from those of the passages. */
export function joinPassages(document: Document, readings: readonly Reading[]): Reading {
  const others = [...new Set((document.languages ?? []).map((run) => run.language).filter((l) => !isRead(l)))]
  const own = new Set(document.problems)
  const cleared = readings.map((reading) => ({
    ...reading,
    problems: reading.problems.filter((p) => !own.has(p) && p.code !== 'language-unsupported'),
  }))
  return joinReadings(document, cleared, problem('languages-mixed', null, others.join(', ')))
}
