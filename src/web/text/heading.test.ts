import { describe, expect, it } from 'vitest'
import type { Finding } from '../../schema/reading.js'
import { headingOf } from './heading.js'

const finding = (why: string, ...sides: string[][]): Finding =>
  ({
    why,
    sides: sides.map((texts) => ({ evidence: texts.map((text) => ({ text })) })),
  }) as unknown as Finding

describe('the heading of a finding', () => {
  it.each<[string, string, string[][], string]>([
    [
      'says who is against whom, and in what',
      'Quay: “It sank.”; Ida Moe (in Dock): “It floats”. They differ on what happened.',
      [['It sank.'], ['It floats']],
      'Quay – Ida Moe (in Dock): they differ on what happened.',
    ],
    [
      'names one who is against himself once',
      'Quay: “It sank.”; Quay: “No.”. One takes back the other.',
      [['It sank.'], ['No.']],
      'Quay: one takes back the other.',
    ],
    [
      'names one who speaks in his own document once',
      'Quay: “It sank.”; Dock (in Dock): “No.”. One denies the other.',
      [['It sank.'], ['No.']],
      'Quay – Dock: one denies the other.',
    ],
    [
      'is whole where what it quotes is not shown',
      'Quay: “It sank.”; Dock: “No.”. One denies the other.',
      [['A', 'B', 'It sank.'], ['No.']],
      'Quay: “It sank.”; Dock: “No.”. One denies the other.',
    ],
    [
      'is whole where it is put otherwise',
      '“A” became on the way “B”',
      [['A'], ['B']],
      '“A” became on the way “B”',
    ],
    [
      'is whole where there is one side',
      'Quay says “A” and not who says so.',
      [['A']],
      'Quay says “A” and not who says so.',
    ],
  ])('%s', (_, why, sides, heading) => {
    expect(headingOf(finding(why, ...sides), 2)).toBe(heading)
  })
})
