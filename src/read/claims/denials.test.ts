import { describe, expect, test } from 'vitest'
import { claimsIn, linesOf } from '../../../test/builders/claims.js'

/** Polarity of the claim with `predicate` where one attribution holds it. */
const polarity = (notation: string, cue: string, content: string, predicate: string): string | undefined =>
  claimsIn(notation, { attributions: [{ source: 'Brock', cue, content, stance: 'denies' }] }).find((c) =>
    c.predicate.includes(predicate),
  )?.polarity

describe('a denial counts once', () => {
  test.each([
    [
      'a cue that does not deny passes on the negation of the clause',
      'Brock/PROPN/2/nsubj states/VERB/0/root/state that/SCONJ/6/mark he/PRON/6/nsubj never/ADV/6/advmod saw/VERB/2/ccomp/see it/PRON/6/obj',
      'states',
      'that he never saw it',
      'see',
      'negative',
    ],
    [
      'a cue that denies turns the clause round',
      'Brock/PROPN/2/nsubj denies/VERB/0/root/deny that/SCONJ/5/mark he/PRON/5/nsubj saw/VERB/2/ccomp/see it/PRON/5/obj',
      'denies',
      'that he saw it',
      'see',
      'negative',
    ],
    [
      'what is not disputed is not denied',
      'Brock/PROPN/4/nsubj does/AUX/4/aux not/PART/4/advmod dispute/VERB/0/root that/SCONJ/7/mark he/PRON/7/nsubj saw/VERB/4/ccomp/see it/PRON/7/obj',
      'does not dispute',
      'that he saw it',
      'see',
      'positive',
    ],
    [
      'who insists that a thing is untrue says just that',
      'Brock/PROPN/2/nsubj insists/VERB/0/root/insist that/SCONJ/6/mark it/PRON/6/nsubj is/AUX/6/cop untrue/ADJ/2/ccomp',
      'insists',
      'that it is untrue',
      'untrue',
      'positive',
    ],
    [
      'what is told by the way of somebody is not denied',
      'Brock/PROPN/2/nsubj denies/VERB/0/root/deny that/SCONJ/8/mark the/DET/5/det man/NOUN/8/nsubj who/PRON/7/nsubj fled/VERB/5/acl:relcl/flee lied/VERB/2/ccomp/lie',
      'denies',
      'that the man who fled lied',
      'flee',
      'positive',
    ],
    [
      'but what is denied there is, is denied with all that is told of it',
      'Brock/PROPN/2/nsubj denies/VERB/0/root/deny that/SCONJ/5/mark there/PRON/5/expl was/VERB/2/ccomp/be a/DET/7/det man/NOUN/5/nsubj who/PRON/9/nsubj fled/VERB/7/acl:relcl/flee',
      'denies',
      'that there was a man who fled',
      'flee',
      'negative',
    ],
  ])('%s', (_, notation, cue, content, predicate, expected) => {
    expect(polarity(notation, cue, content, predicate)).toBe(expected)
  })

  test('"found no evidence that": the inner denial without a source is the outer one', () => {
    const text =
      'Brock/PROPN/2/nsubj found/VERB/0/root/find no/DET/4/det evidence/NOUN/2/obj that/SCONJ/7/mark Voss/PROPN/7/nsubj fled/VERB/4/acl/flee'
    const found = claimsIn(text, {
      attributions: [
        { source: 'Brock', cue: 'found', content: 'no evidence that Voss fled', stance: 'denies' },
        { cue: 'evidence', content: 'that Voss fled', stance: 'denies', within: 0 },
      ],
    })
    expect(found.find((c) => c.predicate === 'flee')!.polarity).toBe('negative')
  })
})

describe('words that deny', () => {
  test.each([
    [
      'not one bag',
      'not/PART/3/advmod one/NUM/3/nummod bag/NOUN/5/nsubj:pass was/AUX/5/aux:pass stored/VERB/0/root/store',
      ['- | one bag | be store | - | not'],
    ],
    [
      'hardly anything',
      'hardly/ADV/2/advmod anything/PRON/4/nsubj:pass was/AUX/4/aux:pass done/VERB/0/root/do',
      ['- | hardly anything | be do | - | not | probable'],
    ],
  ])('%s', (_, notation, expected) => {
    expect(linesOf(notation)).toEqual(expected)
  })
})

describe('who does it, and by what means', () => {
  test.each([
    [
      'a subject that the parser took for a title of the verb',
      'director/NOUN/2/nmod:desc signed/VERB/0/root/sign it/PRON/2/obj',
      ['- | director | sign | it'],
    ],
    [
      'a subject hung on the verb of saying that follows',
      'Crates/NOUN/6/nsubj/crate were/AUX/3/aux:pass found/VERB/0/root/find ,/PUNCT/6/punct Brock/PROPN/6/nsubj said/VERB/3/parataxis/say',
      ['- | Crates | be find | -'],
    ],
    [
      'a subject hung on the verb of saying above',
      'Blasts/NOUN/6/nsubj/blast tore/VERB/6/ccomp/tear through/ADP/4/case town/NOUN/2/obl guards/NOUN/6/nsubj/guard said/VERB/0/root/say',
      ['- | Blasts | be tear through | town'],
    ],
    [
      'the accused, not the accuser, in a gerund',
      'Brock/PROPN/2/nsubj accused/VERB/0/root/accuse Voss/PROPN/2/obj of/SCONJ/5/mark reading/VERB/2/advcl/read it/PRON/5/obj',
      ['- | Voss | read | it'],
    ],
    [
      'a text message does nothing',
      'Voss/PROPN/3/nsubj:pass was/AUX/3/aux:pass fetched/VERB/0/root/fetch by/ADP/6/case text/NOUN/6/compound message/NOUN/3/obl:agent',
      ['- | Voss | be fetch | -'],
    ],
    [
      'a verb of saying is no preposition',
      'Brock/PROPN/2/nsubj said/VERB/6/case/say Voss/PROPN/6/nsubj was/AUX/6/cop in/ADP/6/case hospital/NOUN/0/root',
      ['- | Voss | be in | hospital'],
    ],
  ])('%s', (_, notation, expected) => {
    expect(linesOf(notation).filter((l) => expected.includes(l))).toEqual(expected)
  })
})

describe('a day that hangs on a participant', () => {
  const at = (notation: string): (string | null)[] =>
    claimsIn(notation, { times: { '2013-03-12': '2013-03-12' } }).map((c) => c.time)

  test('tells when the clause holds', () => {
    const text =
      'It/PRON/3/nsubj:pass was/AUX/3/aux:pass taken/VERB/0/root/take without/ADP/5/case reservations/NOUN/3/obl/reservation on/ADP/7/case 2013-03-12/NUM/5/nmod'
    expect(at(text)).toEqual(['2013-03-12'])
  })

  test('keeps to its noun with "of", and with a subject that is no event', () => {
    const of =
      'Voss/PROPN/2/nsubj read/VERB/0/root the/DET/4/det letter/NOUN/2/obj of/ADP/6/case 2013-03-12/NUM/4/nmod'
    const subject =
      'The/DET/2/det letter/NOUN/5/nsubj on/ADP/4/case 2013-03-12/NUM/2/nmod pleased/VERB/0/root/please Voss/PROPN/5/obj'
    expect([...at(of), ...at(subject)]).toEqual([null, null])
  })
})

test('what no one claimed is left open, and is not denied', () => {
  const [claim] = claimsIn(
    'No/DET/2/det one/PRON/3/nsubj claimed/VERB/0/root/claim that/SCONJ/6/mark he/PRON/6/nsubj fled/VERB/3/ccomp',
    { attributions: [{ source: 'No one', cue: 'claimed', content: 'that he fled', stance: 'denies' }] },
  )
  expect([claim!.predicate, claim!.polarity, claim!.certainty]).toEqual(['flee', 'positive', 'unknown'])
})

test('who paid is claimed of nobody where that is the question', () => {
  const lines = linesOf(
    'It/PRON/4/expl is/AUX/4/cop not/PART/4/advmod clear/ADJ/0/root who/PRON/6/nsubj paid/VERB/4/csubj',
  )
  expect(lines.filter((l) => l.includes('who'))).toEqual([])
})
