/** The step for languages that are not read: what stands in quotation marks, said by nobody yet. */
import { problem } from '../../schema/errors.js'
import type { Attribution } from '../../schema/reading.js'
import { idOf } from '../span-id.js'
import type { Step } from '../step.js'
import { withTurns } from './turns.js'

// Each mark with what closes it in the languages of Europe; a quotation holds no second opening mark, so that each character is looked at once.
const QUOTATION = /„[^„“”]+[“”]|“[^“”]+”|”[^”]+”|«[^«»]+»|»[^«»]+«|"[^"]+"/g
/** Fewer words are a title, a nickname or irony. */
const FEWEST_WORDS = 4

/** Gives `attributions` (direct, without source or cue) and `sourceKinds`, and the problem 'language-unsupported'. */
export const quotationsStep: Step<'mentions', 'attributions' | 'sourceKinds'> = {
  name: 'quotations',
  version: 2,
  needs: ['mentions'],
  gives: ['attributions', 'sourceKinds'],
  run(document, { mentions }) {
    const {
      info: { id, text, language },
      blocks,
    } = document
    const attributions = blocks.flatMap((block) =>
      [...text.slice(block.start, block.end).matchAll(QUOTATION)]
        .filter(([quotation]) => (quotation.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) >= FEWEST_WORDS)
        .map(({ 0: quotation, index }): Attribution => {
          const content = { start: block.start + index, end: block.start + index + quotation.length }
          return {
            id: idOf(id, 'attribution', content.start, content.end),
            source: [],
            cue: [],
            content: [content],
            speaker: null,
            manner: 'direct',
            stance: 'asserts',
            within: null,
          }
        }),
    )
    const sourceKinds = Object.fromEntries(attributions.map((a) => [a.id, 'unnamed' as const]))
    return {
      layers: withTurns(document, { attributions, sourceKinds }, mentions),
      problems: [problem('language-unsupported', null, language)],
    }
  },
}
