import { describe, expect, it } from 'vitest'
import { denialsIn } from './denial.js'

const of = (text: string) =>
  denialsIn(text).map(({ how, said, back }) => (back ? `${how} …` : `${how}: ${said}`))

describe('what a sentence denies', () => {
  it.each<readonly [text: string, denied: string]>([
    ['Anna Voss denied that the roof had been sold.', 'denies: the roof had been sold.'],
    [
      'The firm rejects any suggestion that its boats left the harbour.',
      'denies: its boats left the harbour.',
    ],
    ['Anna Voss denied having forged the deed.', 'denies: forged the deed.'],
    ['Karl Moe denies this.', 'denies …'],
    ['Karl Moe denied that to a local radio station.', 'denies …'],
    ['Both reject the accusations.', 'denies …'],
    ['His lawyer calls this a fabrication.', 'denies …'],
    ['It is not true.', 'denies …'],
    ['There is no truth in it.', 'denies …'],
    ['The brewery would have none of it.', 'denies …'],
    ['And there was no wolf.', 'absent: wolf.'],
    ['I never had that cart in the yard.', 'not: I had that cart in the yard.'],
    ['No barley was sold.', 'not: barley was sold.'],
    ['Nobody telephoned me.', 'not: somebody telephoned me.'],
    ['She did not say that the miller had paid.', 'unsaid: the miller had paid.'],
    ['The inspectors found no evidence that it was sold.', 'doubts: it was sold.'],
    ['He has never heard of such a cart.', 'unknown: a cart.'],
    [
      'Mr Moe had nothing to do with the death of Anna Voss, with whom he sang.',
      'uninvolved: Mr Moe the death of Anna Voss',
    ],
  ])('%s', (text, denied) => expect(of(text)).toEqual([denied]))

  it.each([
    'The miller did not answer our calls.',
    'Why the mill burned has not been established.',
    'It is not disputed that the mill burned.',
    'Did nobody telephone you?',
    'The director, whom nobody had asked, left.',
    'Anna Voss would not comment.',
    'I do not know where it went.',
    'Disputes arising from this lease go to the court.',
    'Anna Voss died on Tuesday.',
  ])('but nothing: %s', (text) => expect(of(text)).toEqual([]))

  it('takes no longer for many borders', () => {
    const start = performance.now()
    denialsIn(`${'and that said, no, '.repeat(20_000)}denied`)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
