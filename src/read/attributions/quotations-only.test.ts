import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/builders/layers.js'
import type { Attribution, Problem } from '../../schema/reading.js'
import { quotationsStep } from './quotations-only.js'

function read(text: string) {
  const document = documentOf(text)
  const { layers, problems } = quotationsStep.run(
    { ...document, info: { ...document.info, language: 'de' } },
    { mentions: [] },
  ) as { layers: { attributions: Attribution[]; sourceKinds: object }; problems: Problem[] }
  const quoted = layers.attributions.map((a) => text.slice(a.content[0]!.start, a.content[0]!.end))
  return { ...layers, problems, quoted }
}

describe('quotations of a language that is not read', () => {
  it.each<[string, string, string[]]>([
    ['German', 'Brock sagte: „Wir haben nichts gewusst.“ Dann ging er.', ['„Wir haben nichts gewusst.“']],
    ['French', 'Il a dit : « On ne savait rien du tout. »', ['« On ne savait rien du tout. »']],
    ['Danish', '»Vi vidste slet ikke noget,« sagde Brock.', ['»Vi vidste slet ikke noget,«']],
    ['Swedish', '”Vi visste inte någonting”, sade Brock.', ['”Vi visste inte någonting”']],
    ['Polish', '„Nic o tym nie wiedzieliśmy” – powiedział.', ['„Nic o tym nie wiedzieliśmy”']],
    ['Spanish', '“No sabíamos nada de eso”, dijo.', ['“No sabíamos nada de eso”']],
    ['two in a row', '"Uno dos tres cuatro" y "cinco seis siete ocho"', ['"Uno dos tres cuatro"', '"cinco seis siete ocho"']],
    ['titles and irony', 'Der „Kelso Kurier“ nennt es „Hilfe“.', []],
    ['a mark left open', '„Wir haben nichts gewusst. Dann ging er.', []],
  ])('%s: %s', (_, text, quoted) => expect(read(text).quoted).toEqual(quoted)) // prettier-ignore

  it('come without a source, and with the reason why', () => {
    const { attributions, sourceKinds, problems } = read('„Wir haben nichts gewusst“, hieß es.')
    expect(attributions).toMatchObject([
      { source: [], cue: [], speaker: null, manner: 'direct', stance: 'asserts', within: null },
    ])
    expect(sourceKinds).toEqual({ [attributions[0]!.id]: 'unnamed' })
    expect(problems.map((p) => p.code)).toEqual(['language-unsupported'])
    expect(problems[0]!.message).toContain('de')
  })

  it.each(['„', '“', '”', '«', '»', '"', '„a', '«a"'])('takes a text of %s in one go', (mark) => {
    const before = process.cpuUsage()
    read(mark.repeat(200_000))
    expect(process.cpuUsage(before).user).toBeLessThan(5e6)
  })
})
