import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../test/builders/claims.js'

describe('arcs that no sentence has', () => {
  test.each([
    [
      'who is told to do a thing does it',
      'Boss/NOUN/2/nsubj told/VERB/0/root crew/NOUN/5/obj to/PART/5/mark skip/VERB/2/xcomp checks/NOUN/5/obj/check',
      '- | crew | skip | checks',
    ],
    [
      'and so where the parser made a clause of it',
      'Boss/NOUN/2/nsubj told/VERB/0/root him/PRON/2/iobj to/PART/5/mark hide/VERB/2/ccomp checks/NOUN/5/obj/check',
      '- | him | hide | checks',
    ],
    [
      'what one believes to be higher is higher, not who believes it',
      'Orr/PROPN/2/nsubj believes/VERB/0/root/believe figures/NOUN/2/obj/figure to/PART/6/mark be/AUX/6/cop higher/ADJ/2/ccomp/high',
      '- | figures | be high | -',
    ],
    [
      'who is warned is no second subject',
      'Foreman/NOUN/2/nsubj greeted/VERB/0/root/greet Mr/PROPN/4/nmod:desc Renn/PROPN/2/nsubj',
      '- | Foreman | greet | Mr Renn',
    ],
    [
      'who is accused of a thing did it, where "of" hangs on the verb',
      'Voss/PROPN/3/nsubj:pass is/AUX/3/aux:pass accused/VERB/0/root/accuse of/SCONJ/3/mark washing/VERB/3/amod/wash records/NOUN/5/obj/record',
      '- | Voss | wash | records',
    ],
    [
      'the accused, a recipient to the parser, did it, and not the accuser',
      'They/PRON/2/nsubj accused/VERB/0/root/accuse me/PRON/2/iobj of/SCONJ/5/mark washing/VERB/2/advcl/wash records/NOUN/5/obj/record',
      '- | me | wash | records',
    ],
  ])('%s', (_, notation, expected) =>
    expect(linesOf(notation).map((l) => l.replace(/ \| (?:possible|probable|unknown)$/, ''))).toContain(
      expected,
    ),
  )

  test('who says a thing is not what the subject of it is', () => {
    const lines = linesOf(
      'Claimant/NOUN/4/appos ,/PUNCT/1/punct says/VERB/0/root/say Renn/PROPN/5/nsubj left/VERB/3/ccomp/leave',
    )
    expect(lines.filter((l) => l.includes('Claimant'))).toEqual([])
  })
})
