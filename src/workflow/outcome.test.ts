import { describe, expect, it } from 'vitest'
import { bare } from '../ingest/ingest.js'
import { problem, WhenceError } from '../schema/errors.js'
import { concernsEverybody, nextTry, reasonIn, unreadReason } from './outcome.js'

const NOW = '2024-03-14T10:00:00.000Z'
const crash = problem('parser-crashed', null, 'SIGSEGV')

describe('a document that could not be read', () => {
  it.each<[string, Parameters<typeof nextTry>, string | null]>([
    ['is tried again soon after a crash', [crash, 1, NOW], '2024-03-14T10:00:02.000Z'],
    ['and later after a second', [crash, 2, NOW], '2024-03-14T10:00:20.000Z'],
    ['and not after a third', [crash, 3, NOW], null],
    ['nor where the reason stays', [problem('format-unknown', null, 'a', 'b'), 1, NOW], null],
  ])('%s', (_, args, time) => expect(nextTry(...args)).toBe(time))

  it('is told from what concerns everybody', () => {
    expect(concernsEverybody(new WhenceError('disk-full', '/'))).toBe(true)
    expect(concernsEverybody(new WhenceError('original-damaged', 'a'))).toBe(false)
    expect(reasonIn(new TypeError('x is not a function'), 'a.txt').code).toBe('reading-failed')
  })

  it('has a reason, unless it is merely empty or doubtful', () => {
    const document = (...problems: ReturnType<typeof problem>[]) => bare('a', 'a', 'text/plain', problems)
    expect(unreadReason(document(problem('name-controls', null), crash), 0)).toBe(crash)
    expect(unreadReason(document(crash), 2)).toBeNull()
    expect(unreadReason(document(problem('text-empty', null)), 0)).toBeNull()
  })
})
