/** RTF (1.9.1): text, footnotes, comments, tracked changes, hidden words, tables, pictures. */
import { problem } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import type { Parser } from '../format.js'
import { contentOf } from './flow.js'
import { rtfDocument } from './rtf/document.js'
import { readTokens } from './rtf/tokens.js'

const SMALL = 5 * 1024

export const rtf: Parser = {
  name: 'rtf',
  mediaType: 'application/rtf',
  extensions: ['rtf'],
  knows: (head) => Buffer.from(head.subarray(0, 64)).toString('latin1').trimStart().startsWith('{\\rt'),
  async parse(source, out) {
    const problems: Problem[] = []
    const reading = rtfDocument()
    if (!readTokens(await source.bytes(), reading.handlers))
      problems.push(problem('rtf-damaged', null, 'it ends before its groups do'))
    const { drafts, pictures, told } = reading.finish()
    let small = 0
    for (const [i, { type, bytes }] of pictures.entries())
      if (type === null || bytes.length < SMALL) small++
      else await out.child({ name: `picture-${i + 1}.${type}`, bytes })
    if (small > 0) problems.push(problem('pictures-small', null, String(small)))
    return contentOf({
      drafts,
      told: {
        title: told.title,
        creators: told.author === undefined ? [] : [told.author],
        publisher: told.company,
        created: told.created,
        from: { title: '\\title', creators: '\\author', publisher: '\\company', created: '\\creatim' },
      },
      language: null,
      problems,
    })
  },
}
