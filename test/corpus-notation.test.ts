/** The notation of corpus/README.md: what its reader takes, and what it says of everything else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBatch } from './corpus/parse.js'
import { readMarks } from './corpus/marks.js'
import { idProblems, passageProblems, secondProblems } from './corpus/rules.js'

const HEAD = '# t1-01 | wire | Coast Wire | 2016-05-11 | mine'
const batch = (...lines: string[]) => readBatch('t1.txt', [HEAD, ...lines].join('\n'))
const problems = (...lines: string[]): string[] => {
  const { passages, problems } = batch(...lines)
  return [...problems, ...passages.flatMap(passageProblems)].map((p) => `${p.line} ${p.message}`)
}
const GOOD =
  '[S1:named Ada Brock] [Q1:denies denied] [C1 that [S2:role a guard] [Q2:asserts said] [C2 it burned]].'
const CLAIM = '= Ada Brock > a guard | it | burn | - | 2016-05 | negative | certain | C2'

describe('a passage', () => {
  it('becomes its text, attributions, hedges and claims', () => {
    const [passage] = batch(GOOD, 'It [H may have].', CLAIM).passages
    expect(passage).toMatchObject({
      id: 't1-01',
      genre: 'wire',
      outlet: 'Coast Wire',
      date: '2016-05-11',
      topic: 'mine',
    })
    expect(passage!.text).toBe('Ada Brock denied that a guard said it burned.\nIt may have.')
    expect(passage!.hedges.map((h) => passage!.text.slice(h.start, h.end))).toEqual(['may have'])
    const words = (spans: readonly { start: number; end: number }[]) =>
      spans.map((s) => passage!.text.slice(s.start, s.end))
    expect(
      passage!.attributions
        .map((a) => [a.number, words(a.source), words(a.cue), words(a.content), a.stances, a.kinds, a.inside])
        .sort(),
    ).toEqual([
      ['1', ['Ada Brock'], ['denied'], ['that a guard said it burned'], ['denies'], ['named'], []],
      ['2', ['a guard'], ['said'], ['it burned'], ['asserts'], ['role'], ['1']],
    ])
    expect(passage!.claims[0]).toMatchObject({
      chain: ['Ada Brock', 'a guard'],
      object: null,
      time: '2016-05',
      content: '2',
    })
    expect(problems(GOOD, CLAIM)).toEqual([])
  })

  it('joins the pieces of one number and shares a source of two', () => {
    const [passage] = batch(
      '[C1 It burned], [S1+2:named he] [Q1:asserts said], [C1 twice], and [Q2:asks asked] [C2 why].',
    ).passages
    const [one, two] = ['1', '2'].map((n) => passage!.attributions.find((a) => a.number === n)!)
    expect(one!.content).toHaveLength(2)
    expect(one!.source).toEqual(two!.source)
  })

  it('measures in UTF-16 code units', () => {
    expect(readMarks('🦉🦉 [S1:named she] [Q1:asserts said] [C1 no]').brackets[0]).toMatchObject({
      start: 5,
      end: 8,
    })
  })
})

describe('errors have a line and a plain sentence', () => {
  it.each([
    ['2 a "]" closes no bracket', ['said].']],
    ['2 a "[" opens no mark', ['[sic]']],
    ['3 a bracket of content 1 is never closed', ['x', '[C1 no']],
    ['2 a bracket holds no text', ['[C1  ]']],
    ['2 [S1:person has an unknown kind', ['[S1:person he] [C1 no]']],
    ['2 [Q1 has no stance', ['[S1:named He] [Q1 said] [C1 no]']],
    ['2 [Q1:says has an unknown stance', ['[S1:named He] [Q1:says said] [C1 no]']],
    ['2 [S:named has no number', ['[S:named he]']],
    ['2 [C1:asserts has a label', ['[S1:named He] [C1:asserts no]']],
    ['2 [H1 has a number or a label', ['[H1 may]']],
    ['2 t1-01: attribution 1 has no content', ['[S1:named He] [Q1:asserts said] so.']],
    ['2 t1-01: content 1 has neither a source nor a cue', ['[C1 no]']],
    [
      '2 t1-01: number 1 has two stances, asserts and denies',
      ['[Q1:asserts Saying], [Q1:denies denying] [C1 it]'],
    ],
    ['2 t1-01: number 1 has two kinds, named and work', ['[S1:named He], [S1:work the report] [C1 no]']],
    ['2 t1-01: the source 1 ends in a comma', ['[S1:named He,] [Q1:asserts said] [C1 no]']],
    ['4 the passage goes on after its claims', [GOOD, CLAIM, 'More.']],
    ['3 the claim has 3 fields', [GOOD, '= - | it | burn']],
    ['3 a field of the claim is empty', [GOOD, CLAIM.replace('| - |', '|  |')]],
    ['3 the claim has no subject or no predicate', [GOOD, CLAIM.replace('burn', '-')]],
    ['3 a link of the chain is empty', [GOOD, CLAIM.replace('Ada Brock', '-')]],
    ['3 the time "May 2016" is not EDTF', [GOOD, CLAIM.replace('2016-05', 'May 2016')]],
    ['3 "no" is no polarity', [GOOD, CLAIM.replace('negative', 'no')]],
    ['3 "sure" is no certainty', [GOOD, CLAIM.replace('| certain', '| sure')]],
    ['3 "S2" is no bracket', [GOOD, CLAIM.replace('C2', 'S2')]],
    ['3 a claim in a bracket has a chain', [GOOD, CLAIM.replace('Ada Brock > a guard', '-')]],
    ['3 t1-01: the claim stands in C9, which does not exist', [GOOD, CLAIM.replace('C2', 'C9')]],
    [
      '3 t1-01: the chain has 1 links; the claim stands in C1 > C2, so it needs 2',
      [GOOD, CLAIM.replace('Ada Brock > ', '')],
    ],
  ])('%s', (expected, lines) => {
    expect(problems(...lines).some((p) => p.startsWith(expected))).toBe(true)
  })

  it.each([
    ['1 the header has 2 fields', '# t1-01 | wire\nText.'],
    ['1 a passage begins with', 'Text.'],
    [
      '3 the date "May" of a second passage is not EDTF',
      `${HEAD}\nText.\n# t1-02 | wire | W | May | t\nText.`,
    ],
  ])('%s', (expected, content) => {
    const read = readBatch('t1.txt', content)
    const found = [...read.problems, ...read.passages.flatMap(passageProblems)]
    expect(found.map((p) => p.line)).toContain(Number(expected.split(' ')[0]))
  })

  it('knows ids that repeat or belong to another batch, and a second text that differs', () => {
    const twice = readBatch(
      'corpus/batches/t1.txt',
      `${HEAD}\nText.\n\n${HEAD}\nText.\n\n${HEAD.replace('t1', 't9')}\nText.`,
    )
    expect(idProblems([twice]).map((p) => p.line)).toEqual([4, 7])
    const other = readBatch('corpus/second/t1.txt', `${HEAD}\nOther text.`)
    expect(secondProblems([readBatch('t1.txt', `${HEAD}\nText.`)], [other])).toHaveLength(1)
    expect(secondProblems([], [other])).toHaveLength(1)
  })
})

describe('marks', () => {
  interface Node {
    readonly tag: string | null
    readonly inner: readonly (string | Node)[]
  }
  const word = fc.constantFrom('a', 'the pit', 'x, y', '“No,”', '🦉')
  const { node } = fc.letrec<{ node: Node; item: string | Node }>((tie) => ({
    item: fc.oneof({ maxDepth: 5 }, word, tie('node')),
    node: fc.record({
      tag: fc.constantFrom('S1:named', 'Q2:asserts', 'C1', 'C3+4', 'H', null),
      inner: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((inner) => ['w', ...inner]),
    }),
  }))
  const plain = (n: string | Node): string => (typeof n === 'string' ? n : n.inner.map(plain).join(' '))
  const marked = (n: string | Node): string => {
    if (typeof n === 'string') return n
    const inner = n.inner.map(marked).join(' ')
    return n.tag ? `[${n.tag} ${inner}]` : inner
  }
  const nodes = (n: string | Node): Node[] => (typeof n === 'string' ? [] : [n, ...n.inner.flatMap(nodes)])

  it('taken out leave the text, and each bracket covers its own words', () => {
    fc.assert(
      fc.property(node, (tree) => {
        const { text, brackets, problems } = readMarks(marked(tree))
        expect(problems).toEqual([])
        expect(text).toBe(plain(tree))
        const expected = nodes(tree).filter((n) => n.tag !== null).map(plain) // prettier-ignore
        expect(brackets.map((b) => text.slice(b.start, b.end)).sort()).toEqual(expected.sort())
      }),
    )
  })

  it('of any shape are read without a throw, and fast', () => {
    fc.assert(fc.property(fc.string(), (body) => void readMarks(body)))
    const long = '[C1 a '.repeat(10_000)
    const started = performance.now()
    readMarks(long)
    readMarks('['.repeat(30_000))
    readMarks(']'.repeat(30_000))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
