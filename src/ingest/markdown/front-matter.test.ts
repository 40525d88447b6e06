import { expect, test } from 'vitest'
import { frontMatterOf } from './front-matter.js'

test.each([
  ['author: Ada Brock and Tom Vale', ['Ada Brock', 'Tom Vale']],
  ['author: Salt and Stone\npublisher: Salt and Stone', ['Salt and Stone']],
  ['author: Salt and Stone', ['Salt and Stone']],
  ['author: Perched on the Sluice', ['Perched on the Sluice']],
  ['authors:\n- Ada Brock\n- Tom Vale', ['Ada Brock', 'Tom Vale']],
])('%j is by %j', (keys, byline) => {
  expect(frontMatterOf(`---\n${keys}\n---\n\nText.\n`)?.metadata.byline).toEqual(byline)
})
