/** Which language a text is in, as BCP 47; 'und' where it is too short to tell. */
import eld from 'eld/small'
import type { Block, LanguageRun } from '../schema/document.js'

const SAMPLE = 20_000
const FEWEST_LETTERS = 20
/** Below this many letters names weigh too much, and a text nearly as likely English as anything is taken for English. */
const SHORT = 120
const NEARLY = 0.93

/** `declared` is what the document says of its own language: it counts only where the text itself does not tell. */
export function languageOf(text: string, declared: string | null): string {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu)?.length ?? 0
  const said = declared === null ? null : primary(declared)
  if (letters < FEWEST_LETTERS) return said ?? 'und'
  const found = eld.detect(text.slice(0, SAMPLE))
  const scores = found.getScores()
  const best = scores[found.language] ?? 0
  if (letters < SHORT && (scores['en'] ?? 0) >= best * NEARLY && (said === null || said === 'en') && best > 0)
    return 'en'
  if (found.language !== '' && found.isReliable()) return found.language
  return said ?? 'und'
}

/** Letters below which a passage does not tell its own language, and letters of it that are looked at. */
const TELLS = 100
const LOOKED_AT = 400

/**
 * The languages of a text, a run of blocks each, over all blocks in order: a passage long enough to tell is in what it is
 * in, a shorter one in the language of what stands before it. `main` is that of the whole text.
 */
export function languageRuns(text: string, blocks: readonly Block[], main: string): LanguageRun[] {
  const runs: { start: number; end: number; language: string }[] = []
  let last = main
  for (const { start, end } of blocks) {
    last = languageOfPassage(text.slice(start, Math.min(end, start + LOOKED_AT))) ?? last
    const run = runs.at(-1)
    if (run?.language === last) run.end = end
    else runs.push({ start, end, language: last })
  }
  return runs
}

function languageOfPassage(passage: string): string | null {
  if (passage.length < TELLS || (passage.match(/\p{L}/gu)?.length ?? 0) < TELLS) return null
  const found = eld.detect(passage)
  return found.language !== '' && found.isReliable() ? found.language : null
}

/** 'en-GB' → 'en'; null for what is no language tag. */
function primary(tag: string): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag.trim())?.[1]?.toLowerCase() ?? null
}
