import { expect, test } from 'vitest'
import { isRead } from './language.js'

test.each([
  ['en', true],
  ['en-GB', true],
  ['und', true],
  ['de', false],
  ['enm', false],
  ['', false],
])('%s is read to claims: %s', (language, read) => expect(isRead(language)).toBe(read))
