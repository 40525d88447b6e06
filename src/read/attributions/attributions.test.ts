import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedOf, type Answers } from '../../../test/builders/encoded.js'
import type { Attribution, Entity, Mention, SourceKind } from '../../schema/reading.js'
import { coreferenceStep } from '../coreference/coreference.js'
import type { Encoded, Layers } from '../layers.js'
import type { Document } from '../../schema/document.js'
import { attributionsStep } from './attributions.js'

function run(document: Document, layers: Pick<Layers, 'words' | 'encoded'>) {
  const { mentions, entities } = (
    coreferenceStep.run(document, layers) as { layers: { mentions: Mention[]; entities: Entity[] } }
  ).layers
  const { attributions, sourceKinds } = (
    attributionsStep.run(document, { ...layers, mentions }) as {
      layers: { attributions: Attribution[]; sourceKinds: Record<string, SourceKind> }
    }
  ).layers
  return { attributions, sourceKinds, entities }
}

/** One line an attribution: source (speaker, kind): content, manner. */
function lines(notation: string, answers: Answers): string[] {
  const { document, layers } = encodedOf(notation, answers)
  const { attributions, sourceKinds, entities } = run(document, layers)
  const shown = (spans: Attribution['source']): string =>
    spans.map((s) => document.info.text.slice(s.start, s.end)).join(' … ')
  return attributions.map((a) => {
    const speaker = entities.find((e) => e.id === a.speaker)?.name ?? '-'
    return `${shown(a.source) || '-'} (${speaker}, ${sourceKinds[a.id]!}): ${shown(a.content)}, ${a.manner}`
  })
}

const SAID = 'said/VERB/0/root'
const people = (...names: string[]) => Object.fromEntries(names.map((n) => [n, 'Person' as const]))

describe('attributions', () => {
  it.each<[string, string, Answers, string[]]>([
    [
      'by one named',
      `Ada/PROPN/3/nsubj Brock/PROPN/1/flat ${SAID} it/PRON/5/nsubj burned/VERB/3/ccomp`,
      {
        names: people('Ada Brock'),
        attributions: [{ anchor: 'said', source: 'Ada Brock', content: 'it burned' }],
      },
      ['Ada Brock (Ada Brock, named): it burned, indirect'],
    ],
    [
      'by a pronoun for one named',
      `he/PRON/2/nsubj ${SAID} Tad/PROPN/4/nsubj lied/VERB/2/ccomp`,
      {
        names: people('Tad'),
        links: [['Tad', 'he']],
        attributions: [{ anchor: 'said', source: 'he', content: 'Tad lied' }],
      },
      ['he (Tad, named): Tad lied, indirect'],
    ],
    [
      'by a pronoun for nobody known',
      `she/PRON/2/nsubj ${SAID} so/ADV/2/advmod`,
      { attributions: [{ anchor: 'said', source: 'she', content: 'so', kind: 'unnamed' }] },
      ['she (-, unnamed): so, indirect'],
    ],
    [
      'by a role',
      `a/DET/2/det clerk/NOUN/3/nsubj ${SAID} so/ADV/3/advmod`,
      { nouns: { clerk: 'Person' }, attributions: [{ anchor: 'said', source: 'a clerk', content: 'so' }] },
      ['a clerk (a clerk, role): so, indirect'],
    ],
    [
      'by one named in a relative clause',
      'Ada/PROPN/7/nsubj Brock/PROPN/1/flat ,/PUNCT/5/punct who/PRON/5/nsubj said/VERB/1/acl:relcl so/ADV/5/advmod left/VERB/0/root',
      { names: people('Ada Brock'), attributions: [{ anchor: 'said', source: 'who', content: 'so' }] },
      ['who (Ada Brock, named): so, indirect'],
    ],
    [
      'by a document whose name a person bears',
      `Brock/PROPN/2/nsubj ${SAID} so/ADV/2/advmod`,
      { names: people('Brock'), attributions: [{ anchor: 'said', source: 'Brock', content: 'so', kind: 'work' }] },
      ['Brock (Brock, work): so, indirect'],
    ],
    [
      'by nobody',
      'reportedly/ADV/2/advmod burned/VERB/0/root',
      { attributions: [{ anchor: 'reportedly', content: 'burned' }] },
      ['- (-, unnamed): burned, indirect'],
    ],
    [
      'in quotation marks, to their end',
      `“/PUNCT/2/punct Burned/VERB/5/ccomp down/ADV/2/advmod ”/PUNCT/2/punct ${SAID} Brock/PROPN/5/nsubj`,
      { names: people('Brock'), attributions: [{ anchor: 'said', source: 'Brock', content: '“Burned' }] },
      ['Brock (Brock, named): “Burned down”, direct'],
    ],
  ])('%s', (_, notation, answers, expected) => expect(lines(notation, answers)).toEqual(expected))

  it('name the one that holds them', () => {
    const { document, layers } = encodedOf('Courier reported Brock said it burned', {
      attributions: [
        { anchor: 'reported', source: 'Courier', content: 'Brock said it burned' },
        { anchor: 'said', source: 'Brock', content: 'it burned' },
      ],
    })
    const [outer, inner] = run(document, layers).attributions as [Attribution, Attribution]
    expect([outer.within, inner.within]).toEqual([null, outer.id])
  })
}) // prettier-ignore

/** Attributions at random over words and marks at random. */
const anything = fc
  .array(fc.constantFrom('Ada', 'who', 'clerk', 'said', '“', '”', '"', ',', '.'), {
    minLength: 1,
    maxLength: 30,
  })
  .chain((forms) => {
    const range = fc
      .tuple(fc.nat(forms.length - 1), fc.integer({ min: 1, max: forms.length }))
      .map(([first, length]) => ({ first, last: Math.min(forms.length, first + length) }))
    const ranges = fc.array(range, { maxLength: 2 })
    return fc.record({
      notation: fc
        .array(fc.nat(forms.length), { minLength: forms.length, maxLength: forms.length })
        .map((heads) =>
          forms.map((f, k) => `${f}/${/\w/.test(f) ? 'PRON' : 'PUNCT'}/${heads[k]!}/acl:relcl`),
        ),
      attributions: fc.uniqueArray(
        fc.record({
          anchor: fc.nat(forms.length - 1),
          source: ranges,
          cue: ranges,
          content: fc.array(range, { minLength: 1, maxLength: 2 }),
        }),
        { selector: (a) => a.anchor },
      ),
    })
  })

it('holds for whatever the encoder says: ids of their own, contents that only grow, sources in the text', () =>
  fc.assert(
    fc.property(anything, ({ notation, attributions }) => {
      const { document, layers } = encodedOf(notation.join(' '))
      const { words } = layers
      const raw = attributions
        .map((a) => ({ ...a, stance: 'asserts' as const, kind: null, score: 1 }))
        .sort((a, b) => a.anchor - b.anchor)
      const encoded: Encoded = {
        ...layers.encoded,
        attributions: raw,
        mentionType: words.map((w) => (/^(?:Ada|clerk)$/.test(w.text) ? 'Person' : null)),
      }
      const out = run(document, { words, encoded })
      expect(new Set(out.attributions.map((a) => a.id)).size).toBe(raw.length)
      out.attributions.forEach((a, i) => {
        for (const { first, last } of raw[i]!.content)
          for (let k = first; k < last; k++)
            expect(a.content.some((s) => s.start <= words[k]!.start && words[k]!.end <= s.end)).toBe(true)
        expect(a.source).toHaveLength(raw[i]!.source.length)
        if (a.speaker !== null) expect(out.entities.map((e) => e.id)).toContain(a.speaker)
      })
    }),
  ))

it('takes seconds for 50,000 words with attributions side by side and one around them all', () => {
  const { document, layers } = encodedOf(Array.from({ length: 50_000 }, () => 'so').join(' '))
  const at = (first: number, last: number) => [{ first, last }]
  const attributions = [
    { anchor: 0, cue: at(0, 1), content: at(1, 50_000) },
    ...Array.from({ length: 9_999 }, (_, i) => 5 * i + 5).map((anchor) => ({
      anchor,
      cue: at(anchor, anchor + 1),
      content: at(anchor + 1, anchor + 4),
    })),
  ].map((a) => ({ ...a, source: [], stance: 'asserts' as const, kind: null, score: 1 }))
  const before = process.cpuUsage()
  const out = run(document, { ...layers, encoded: { ...layers.encoded, attributions } })
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
  expect(out.attributions.slice(1).every((a) => a.within === out.attributions[0]!.id)).toBe(true)
}, 240_000)
