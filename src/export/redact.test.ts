import { describe, expect, it } from 'vitest'
import { redactedKeys, redactor, STRUCK } from './redact.js'

const strike = (text: string, ...names: string[]): string => redactor([{ names }])(text)

describe('redactor', () => {
  it.each([
    ['Ada Brock said so', 'Ada Brock', `${STRUCK} said so`],
    ['Brock’s brother', 'Ada Brock', `${STRUCK}’s brother`],
    ['ADA BROCK, 40', 'Ada Brock', `${STRUCK}, 40`],
    ['Ada\n  Brock said so', 'Ada Brock', `${STRUCK} said so`],
    ['the Brockton road', 'Ada Brock', 'the Brockton road'],
    ['Adamant', 'Ada Brock', 'Adamant'],
    ['a plus (b)', '(b)', `a plus ${STRUCK}`],
  ])('%j without %j is %j', (text, name, wanted) => {
    expect(strike(text, name)).toBe(wanted)
  })

  it('strikes the whole name once, not its words each', () => {
    expect(strike('Anna-Lena Voss and Voss', 'Anna-Lena Voss')).toBe(`${STRUCK} and ${STRUCK}`)
  })

  it('finds a name written with combining accents', () => {
    expect(strike('Bjo\u0308rn Aas left', 'Björn Aas')).toBe(`${STRUCK} left`)
  })

  it('leaves everything where nothing is to be struck', () => {
    expect(strike('Ada Brock', '', ' ')).toBe('Ada Brock')
  })

  it('takes seconds at most for a long text and many names', () => {
    const names = Array.from({ length: 300 }, (_, i) => `Person${i} Family${i}`)
    const struck = redactor([{ names }])('Person7 Family7 went home. '.repeat(20_000))
    expect(struck).toBe(`${STRUCK} went home. `.repeat(20_000))
  })
})

describe('redactedKeys', () => {
  const decided = {
    case: 'c',
    right: null,
    value: null,
    reasons: [],
    by: 'Ada',
    at: '',
    kind: 'redaction' as const,
  }
  it('leaves out what was taken back', () => {
    expect([
      ...redactedKeys([
        { ...decided, id: '1', left: 'd#a', verdict: 'redact', withdrawn: null },
        { ...decided, id: '2', left: 'd#b', verdict: 'redact', withdrawn: { by: 'Ada', at: '' } },
      ]),
    ]).toEqual(['d#a'])
  })
})
