import { expect, it } from 'vitest'
import { oddsBy } from '../src/compare/regression.js'
import { logistic, softmax } from './regress.js'

const points = Array.from({ length: 60 }, (_, i) => ({ x: Math.sin(i), y: Math.cos(3 * i), flat: 1 }))

it('finds the side of a line on which points lie', () => {
  const line = logistic(
    points.map((values) => ({ values, label: values.x + 0.5 > 0 ? 1 : 0, weight: 1 })),
    0.01,
  )
  expect(points.filter((p) => oddsBy(line, p) > 0 === p.x + 0.5 > 0).length).toBeGreaterThan(56)
  expect(line.weights).not.toHaveProperty('flat')
})

it('tells three classes by the highest of three lines', () => {
  const classOf = (p: { x: number; y: number }): number => (p.x > 0.3 ? 0 : p.y > 0 ? 1 : 2)
  const lines = softmax(points, points.map(classOf), 3, 0.1)
  const given = (p: (typeof points)[number]): number => {
    const odds = lines.map((line) => oddsBy(line, p))
    return odds.indexOf(Math.max(...odds))
  }
  expect(points.filter((p) => given(p) === classOf(p)).length).toBeGreaterThan(54)
})

it('holds weights down by the ridge', () => {
  const weight = (ridge: number): number =>
    Math.abs(
      logistic(
        points.map((values) => ({ values, label: values.x > 0 ? 1 : 0, weight: 1 })),
        ridge,
      ).weights['x']!,
    )
  expect(weight(100)).toBeLessThan(weight(1))
})
