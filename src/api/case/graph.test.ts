import { describe, expect, it } from 'vitest'
import type { CaseClaim, DocumentRecord, Origin } from '../../schema/case.js'
import type { Link } from '../../schema/reading.js'
import { graphOf } from './graph.js'

const link = (text: string, entity?: string): Link => ({
  who: { text, ...(entity === undefined ? {} : { entity }) },
  kind: 'named',
  stance: 'asserts',
  certainty: 'certain',
  quantifier: null,
  cue: null,
  attribution: null,
})
/** `document: teller, teller` nearest the reader first. */
const claim = (document: string, ...tellers: Link[]): CaseClaim => ({
  id: `${document}#c`,
  document,
  file: `${document}.txt`,
  claim: { chain: [link(document), ...tellers] } as unknown as CaseClaim['claim'],
})
const record = (id: string, publisher: string, published: string): DocumentRecord =>
  ({ id, publisher, published, title: null }) as DocumentRecord
const origin = (who: string, ...claims: string[]): Origin => ({
  who,
  kind: 'named',
  count: 1,
  evidence: claims.map((one) => ({ file: '', start: 0, end: 0, text: '', claim: `${one}#c` })),
  why: '',
})
const arrows = (...given: Parameters<typeof graphOf>): string[] => {
  const { nodes, edges } = graphOf(...given)
  const label = (id: string): string => nodes.find((node) => node.id === id)!.label
  return edges.map(({ from, to, circular }) => `${label(from)} → ${label(to)}${circular ? ' (circle)' : ''}`)
}

const courier = record('a', 'Courier', '2018-03-01')
const ledger = record('b', 'Ledger', '2018-03-02')

describe('graphOf', () => {
  it('draws an arrow from each teller to the told', () => {
    expect(arrows([claim('a', link('Ada'), link('Tom'))], [courier])).toEqual(['Ada → Courier', 'Tom → Ada'])
  })
  it('goes on in the document of a publication that is named', () => {
    expect(arrows([claim('b', link('courier')), claim('a', link('Ada'))], [courier, ledger])).toEqual([
      'Courier → Ledger',
      'Ada → Courier',
    ])
  })
  it('takes the latest of several documents that a name may mean', () => {
    const older = record('c', 'Courier', '2017-01-01')
    const { edges } = graphOf([claim('b', link('Courier'))], [older, courier, ledger])
    expect(edges.map(({ from }) => from)).toEqual(['document:a'])
  })
  it('joins ends that are counted as one origin', () => {
    const claims = [claim('a', link('a surveyor')), claim('b', link('she'))]
    expect(arrows(claims, [courier, ledger], [origin('Ingrid Lunde', 'a', 'b')])).toEqual([
      'Ingrid Lunde → Courier',
      'Ingrid Lunde → Ledger',
    ])
  })
  it('keeps unnamed sources of two documents apart', () => {
    const { nodes } = graphOf([claim('a', link('a nurse')), claim('b', link('a nurse'))], [courier, ledger])
    expect(nodes.filter(({ label }) => label === 'a nurse')).toHaveLength(2)
  })
  it('marks every arrow of a circle, and no other', () => {
    const circle = [claim('a', link('Ledger')), claim('b', link('Courier')), claim('b', link('Ada'))]
    expect(arrows(circle, [courier, { ...ledger, published: '2018-03-01' }])).toEqual([
      'Ledger → Courier (circle)',
      'Courier → Ledger (circle)',
      'Ada → Ledger',
    ])
  })
  it('calls an origin whom nobody is known to have told', () => {
    const { nodes } = graphOf([claim('a', link('Ada'), link('Tom'))], [courier])
    expect(nodes.filter((node) => node.origin).map(({ label }) => label)).toEqual(['Tom'])
  })
})
