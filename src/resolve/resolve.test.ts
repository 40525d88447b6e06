import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Judgement } from '../schema/case.js'
import type { LocalEntity } from './local-entity.js'
import { resolve } from './resolve.js'
import { resolveMore } from './resolve-more.js'
import { blockKeys } from './blocks.js'

/** "d1 Henrik Sørbye": one entity of document d1; `more` is what its document tells of it. */
function who(text: string, more: Partial<LocalEntity> = {}): LocalEntity {
  const [document, ...words] = text.split(' ')
  const [name, ...aliases] = words.join(' ').split('|') as [string, ...string[]]
  return {
    key: `${document!}#${name}`,
    document: document!,
    type: 'Person',
    name,
    aliases,
    names: [name, ...aliases].map((t) => ({ text: t, count: 1 })),
    descriptions: [],
    gender: null,
    born: null,
    facts: [],
    near: [],
    published: null,
    ...more,
  }
}
const AFFAIR = { near: ['Ingrid Dahl', 'Nordhav Shipping', 'Bo Tveit'] }
const post = (value: string): Partial<LocalEntity> => ({
  facts: [{ property: 'position', value, entity: null }],
})
const clusters = (locals: readonly LocalEntity[], judgements: readonly Judgement[] = []): string[] =>
  resolve(locals, judgements)
    .entities.map((e) => [...e.members].sort().join(' = '))
    .sort()
const isOne = (a: LocalEntity, b: LocalEntity): boolean => clusters([a, b]).length === 1

let at = 0
const judged = (
  left: string,
  right: string,
  verdict: 'same' | 'different',
  withdrawn = false,
): Judgement => ({
  id: `j${++at}`,
  case: 'c',
  kind: 'entities',
  left,
  right,
  verdict,
  value: null,
  reasons: [],
  by: 'ida',
  at: `2024-01-01T00:00:${String(at % 60).padStart(2, '0')}.000Z`,
  withdrawn: withdrawn ? { by: 'ida', at: '2024-02-01T00:00:00.000Z' } : null,
})

describe('one bearer', () => {
  it.each([
    ['Henrik Sørbye', 'Henrik Sorbye'],
    ['Henrik Sørbye', 'Sørbye, Henrik'],
    ['Henrik Sørbye', 'Dr. Henrik Sørbye'],
    ['Henrik Sørbye', 'Henrik Soerbye'],
    ['William Tvedt', 'Bill Tvedt'],
    ['Henrik Sørbye', 'Henrik Johan Sørbye'],
    ['Katherine Brock', 'Kathryn Brock'],
    ['Omar al-Hakim', 'Omar El Hakim'],
    ['Mohammed Rashidi', 'Muhammad Rasheedi'],
    ['Đorđe Vukas', 'Djordje Vukas'],
    ['Đorđe Vukas', 'Dorde Vukas'],
    ['Luc Van Tangelen', 'Luc Vantangelen'],
    ['Sergey Volkov', 'Sergei Wolkow'],
    ['Dmitry Ivashchenko', 'Дмитрий Иващенко'],
    ['Olga Petrenko', 'Ольга Петренко'],
    ['Yusuf Haddad', 'يوسف حداد'],
    ['Ariel Shapira', 'אריאל שפירא'],
  ])('%s is %s', (a, b) => {
    expect(isOne(who(`d1 ${a}`), who(`d2 ${b}`))).toBe(true)
  })

  it.each([
    ['Nordhav Shipping AS', 'Nordhav Shipping'],
    ['National Audit Office', 'the National Audit Office'],
    ['NAO', 'National Audit Office'],
  ])('the organisation %s is %s', (a, b) => {
    expect(isOne(who(`d1 ${a}`, { type: 'Organization' }), who(`d2 ${b}`, { type: 'Organization' }))).toBe(
      true,
    )
  })

  it('joins three spellings of one affair', () => {
    const locals = [
      who('d1 Henrik Sørbye', AFFAIR),
      who('d2 Henrik Sorbye', AFFAIR),
      who('d3 H. Sørby', AFFAIR),
    ]
    expect(clusters(locals)).toHaveLength(1)
  })

  it('joins an alias that one text gives', () => {
    expect(
      clusters([
        who('d1 Olga Petrova|Lara Holm', {
          facts: [{ property: 'alias', value: 'Lara Holm', entity: null }],
        }),
        who('d2 Lara Holm'),
        who('d3 Olga Petrova'),
      ]),
    ).toHaveLength(1)
  })
})

describe('bare names', () => {
  const crew = { near: ['Ingrid Dahl', 'Nordhav Shipping', 'Bo Tveit'] }
  it('are one ship or paper, whatever each document took it for', () => {
    const locals = [
      who('d1 Havella', crew),
      who('d2 Havella', { type: 'Object', ...crew }),
      who('d3 Havella', { type: 'Organization', ...crew }),
    ]
    expect(clusters(locals)).toHaveLength(1)
  })
  it('are two where a man has the name of a village', () => {
    const man = { gender: 'm', ...crew } as const
    expect(clusters([who('d1 Kveldro', man), who('d2 Kveldro', { type: 'Place', ...crew })])).toHaveLength(2)
  })
  it('go to a fuller name before they go to a village', () => {
    const locals = [
      who('d1 Olav Kveldro', crew),
      who('d2 Kveldro', crew),
      who('d3 Kveldro', { type: 'Place', ...crew }),
    ]
    expect(clusters(locals)).toEqual(['d1#Olav Kveldro = d2#Kveldro', 'd3#Kveldro'])
  })
})

describe('short names', () => {
  it('go step by step to who alone may bear them, titles and familiar forms among them', () => {
    const names = [
      'Nikolaos Vrakas',
      'Nikos Vrakas',
      'N. Vrakas',
      'Commander Vrakas',
      'Vrakas',
      'Cdr N. Vrakas',
    ]
    expect(clusters(names.map((n, i) => who(`d${i} ${n}`)))).toHaveLength(1)
  })
  it('of two whom no whole name joins go together', () => {
    expect(clusters([who('d1 S. Lemos'), who('d2 Lemos')])).toHaveLength(1)
  })
  it('wait where two bear them', () => {
    const locals = [who('d1 Nina Lemos'), who('d2 Ada Lemos'), who('d3 Lemos'), who('d4 N. Lemos')]
    expect(clusters(locals)).toEqual(['d1#Nina Lemos = d4#N. Lemos', 'd2#Ada Lemos', 'd3#Lemos'])
  })
  it('of firms go to the only longer one', () => {
    const firm = { type: 'Organization' } as const
    const locals = [
      who('d1 Grazmont Stadtbote', firm),
      who('d2 Stadtbote', firm),
      who('d3 Vesta Mines plc', firm),
      who('d4 Vesta', firm),
    ]
    expect(clusters(locals)).toHaveLength(2)
  })
})

describe('what a reader took for another kind of thing', () => {
  const firm = { type: 'Organization' } as const
  const place = { type: 'Place' } as const
  it.each<[string, LocalEntity[], number]>([
    [
      'a paper, once a person',
      [who('d1 Kitwa Sentinel', firm), who('d2 Kitwa Sentinel', firm), who('d3 Kitwa Sentinel')],
      1,
    ],
    [
      'a man, once a firm',
      [who('d1 Bo Tveit'), who('d2 Bo Tveit', { gender: 'm' }), who('d3 Bo Tveit', firm)],
      1,
    ],
    [
      'a firm, always a town nothing is in',
      [who('d1 Castelmont', place), who('d2 Castelmont Resources plc', firm)],
      1,
    ],
    ['a town and its paper', [who('d1 Kitwa', { ...place, placed: 1 }), who('d2 Kitwa Sentinel', firm)], 2],
    ['a man and his firm', [who('d1 Bo Tveit', { gender: 'm' }), who('d2 Tveit Drift AS', firm)], 2],
    ['a town and a bank of it', [who('d1 Tamara', place), who('d2 Savings Bank of Tamara', firm)], 2],
  ])('%s', (_, locals, count) => expect(clusters(locals)).toHaveLength(count))
  it('or of which it read a part', () => {
    const cut = who('d1 NOVI', { ...place, wider: [{ of: 'NOVI', text: 'NOVI GRAD' }] })
    expect(clusters([cut, who('d2 Novi Grad', place)])).toHaveLength(1)
    expect(
      clusters([cut, who('d2 Novi', place), who('d3 Novi', place), who('d4 Novi Grad', place)]),
    ).toHaveLength(2)
  })
})

describe('two bearers', () => {
  it('where one of them is named beside the other', () => {
    const brother = who('d1 Milos Stanak', { near: ['Miloje Stanak'] })
    const rest = ['d1 Miloje Stanak', 'd2 Miloje Stanak'].map((n) => who(n, AFFAIR))
    expect(clusters([brother, ...rest])).toHaveLength(2)
    const son = who('d1 Yaw Sarkon junior', { near: ['Yaw Sarkon'] })
    expect(clusters([son, who('d1 Yaw Sarkon'), who('d2 Yaw Sarkon')])).toHaveLength(2)
  })
  it.each([
    ['Henrik Sørbye', 'Aud Sørbye'],
    ['Henrik Sørbye', 'Henrik Dahl'],
    ['Olav Brekke', 'Oleg Brekke'],
    ['Jan Brekke', 'Jon Brekke'],
    ['Henrik Sørbye Jr.', 'Henrik Sørbye Sr.'],
    ['Ivan Petrov', 'Olga Petrova'],
  ])('%s is not %s', (a, b) => {
    expect(isOne(who(`d1 ${a}`, AFFAIR), who(`d2 ${b}`, AFFAIR))).toBe(false)
  })

  it.each([
    ['Ministry of Health', 'Ministry of Trade'],
    ['Unit 7', 'Unit 8'],
    ['Nordhav Shipping', 'Sydhav Shipping'],
  ])('the organisation %s is not %s', (a, b) => {
    expect(isOne(who(`d1 ${a}`, { type: 'Organization' }), who(`d2 ${b}`, { type: 'Organization' }))).toBe(
      false,
    )
  })

  it('keeps a man and a woman of one surname apart, and both from a surname in doubt', () => {
    const locals = [who('d1 Henrik Sørbye', AFFAIR), who('d1 Aud Sørbye', AFFAIR), who('d2 Sørbye', AFFAIR)]
    const { entities, doubtful } = resolve(locals, [])
    expect(entities).toHaveLength(3)
    expect(doubtful).toHaveLength(2)
  })

  it.each<[string, Partial<LocalEntity>, Partial<LocalEntity>]>([
    ['gender', { gender: 'm' }, { gender: 'f' }],
    ['date of birth', { born: '1953' }, { born: '1981-04-02' }],
    [
      'posts and company',
      { ...post('harbour master'), near: ['Ada Moe', 'Bo Lie', 'Cy Eng'] },
      { ...post('goalkeeper'), near: ['Di Fosse', 'Ed Gran', 'Fay Hove'] },
    ],
  ])('keeps namesakes apart by %s', (_, a, b) => {
    expect(isOne(who('d1 Kari Moen', a), who('d2 Kari Moen', b))).toBe(false)
  })

  it('keeps a father from his son of the same name', () => {
    const father = who('d1 William Tvedt')
    const son = {
      ...who('d1 William Tvedt'),
      key: 'd1#son',
      facts: [{ property: 'parent', value: 'William Tvedt', entity: father.key }],
    }
    expect(isOne(father, son)).toBe(false)
  })

  it('asks about namesakes rather than forget them, with reasons', () => {
    const a = who('d1 Kari Moen', { ...post('harbour master'), near: ['Ada Moe', 'Bo Lie', 'Cy Eng'] })
    const b = who('d2 Kari Moen', { ...post('goalkeeper'), near: ['Di Fosse', 'Ed Gran', 'Fay Hove'] })
    const [pair] = resolve([a, b], []).doubtful
    expect(pair?.reasons.map((r) => r.why)).toEqual([
      'both are called Kari Moen',
      'their posts differ: harbour, master and goalkeeper',
      'nobody who is named beside the one is named beside the other',
    ])
  })
})

describe('a person’s judgement', () => {
  const a = who('d1 Henrik Sørbye')
  const b = who('d2 Henrik Sorbye')
  const c = who('d3 Aud Lund')

  it('wins over all evidence, either way', () => {
    expect(clusters([a, b], [judged(a.key, b.key, 'different')])).toHaveLength(2)
    expect(clusters([a, c], [judged(a.key, c.key, 'same')])).toHaveLength(1)
  })

  it('may name the case’s entities', () => {
    const { entities } = resolve([a, c], [])
    expect(clusters([a, c], [judged(entities[0]!.id, entities[1]!.id, 'same')])).toHaveLength(1)
  })

  it('binds all that is one with either side', () => {
    const same = judged(b.key, c.key, 'same')
    expect(clusters([a, b, c], [same])).toHaveLength(1)
    expect(clusters([a, b, c], [same, judged(a.key, c.key, 'different')])).toEqual([
      a.key,
      `${b.key} = ${c.key}`,
    ])
  })

  it('once withdrawn leaves everything as it was', () => {
    const names = ['Henrik Sørbye', 'H. Sørbye', 'Aud Sørbye', 'Sørbye', 'Kari Moen', 'Kari Moen Jr']
    const locals = names.flatMap((n, i) => [who(`d${i} ${n}`, AFFAIR), who(`e${i} ${n}`)])
    const pairs = fc.tuple(
      fc.nat(locals.length - 1),
      fc.nat(locals.length - 1),
      fc.constantFrom('same' as const, 'different' as const),
    )
    fc.assert(
      fc.property(fc.array(pairs, { maxLength: 4 }), (decided) => {
        const judgements = decided.map(([l, r, v]) => judged(locals[l]!.key, locals[r]!.key, v, true))
        expect(resolve(locals, judgements)).toEqual(resolve(locals, []))
      }),
      { numRuns: 20 },
    )
  })
})

describe('laws', () => {
  const NAMES = [
    'Henrik Sørbye',
    'Henrik Sorbye',
    'H. Sørbye',
    'Sørbye',
    'Aud Sørbye',
    'Henrik Sørbye Jr.',
    'Kari Moen',
    'Karin Moen',
    'Moen',
    'Bill Tvedt',
    'William Tvedt',
    'Иван Петров',
    'Ivan Petrov',
  ]
  const NEAR = [['Ingrid Dahl', 'Bo Tveit'], ['Ada Moe', 'Cy Eng', 'Di Fosse'], []]
  const some = fc.uniqueArray(
    fc.record({
      d: fc.nat(8),
      n: fc.constantFrom(...NAMES),
      near: fc.constantFrom(...NEAR),
      gender: fc.constantFrom('m' as const, 'f' as const, null),
    }),
    { minLength: 2, maxLength: 14, selector: ({ d, n }) => `${d} ${n}` },
  )
  const localsOf = (
    rows: readonly { d: number; n: string; near: string[]; gender: 'm' | 'f' | null }[],
  ): LocalEntity[] => rows.map(({ d, n, near, gender }) => who(`d${d} ${n}`, { near, gender }))

  it('gives the same clusters in any order of documents', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (rows, stream) => {
        const locals = localsOf(rows)
        const shuffled = locals
          .map((l) => ({ l, by: stream.next().value! }))
          .sort((x, y) => x.by - y.by)
          .map((x) => x.l)
        expect(clusters(shuffled)).toEqual(clusters(locals))
      }),
      { numRuns: 70 },
    )
  })

  it('loses no local and puts none in two entities', () => {
    fc.assert(
      fc.property(some, (rows) => {
        const locals = localsOf(rows)
        const members = resolve(locals, []).entities.flatMap((e) => e.members)
        expect([...members].sort()).toEqual(locals.map((l) => l.key).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('keeps ids when documents are added, save of those that merge', () => {
    fc.assert(
      fc.property(some, some, (first, second) => {
        const locals = localsOf(first)
        const more = localsOf(second).map((l) => ({ ...l, key: `z${l.key}`, document: `z${l.document}` }))
        const before = resolve(locals, [])
        const after = resolve([...locals, ...more], [])
        const heads = new Set(after.entities.map((e) => e.members[0]))
        for (const e of before.entities)
          if (heads.has(e.members[0])) expect(after.entities.some((x) => x.id === e.id)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('resolves one more document as all anew would', () => {
    const locals = NAMES.map((n, i) => who(`d${i} ${n}`, AFFAIR))
    const added = [who('z Henrik Sørbye', AFFAIR), who('z NAO', { type: 'Organization' })]
    const before = resolve(locals, [])
    const keys = new Set(added.flatMap(blockKeys))
    const byKey = new Map(locals.map((l) => [l.key, l]))
    const near = before.entities.filter((e) =>
      e.members.some((m) => blockKeys(byKey.get(m)!).some((k) => keys.has(k))),
    )
    const known = locals.filter((l) => near.some((e) => e.members.includes(l.key)))
    expect(near.length).toBeLessThan(before.entities.length)
    const { entities, gone } = resolveMore(near, known, added, [])
    const kept = before.entities.filter((e) => !gone.includes(e.id) && !entities.some((x) => x.id === e.id))
    const all = [...kept, ...entities].map((e) => [...e.members].sort().join(' = ')).sort()
    expect(all).toEqual(clusters([...locals, ...added]))
  })
})

describe('size', () => {
  it('takes thousands of copies of a document and a name mentioned everywhere', () => {
    const locals = Array.from({ length: 1500 }, (_, i) => [
      who(`c${i} Henrik Sørbye`, AFFAIR),
      who(`c${i} Sørbye`, AFFAIR),
      who(`c${i} H. Sørbye`, { near: [`Only ${i.toString(26)} Here`] }),
    ]).flat()
    const started = performance.now()
    const { entities } = resolve(locals, [])
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(entities.reduce((sum, e) => sum + e.members.length, 0)).toBe(locals.length)
  })

  it('says which blocks were too full to compare every pair', () => {
    const locals = Array.from({ length: 60 }, (_, i) =>
      who(`d${i} Hansen`, { near: [`Other ${String.fromCharCode(97 + (i % 26))}${i}`] }),
    )
    expect(resolve(locals, []).cut.map((c) => c.size)).toContain(60)
  })

  it('takes a case of nothing, names without letters and descriptions alone', () => {
    expect(resolve([], []).entities).toEqual([])
    const odd = [who('d1 —'), who('d1 the ministry', { names: [] }), who('d2 the ministry', { names: [] })]
    expect(resolve(odd, []).entities).toHaveLength(3)
  })
})
