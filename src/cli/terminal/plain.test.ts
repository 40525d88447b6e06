import { expect, it } from 'vitest'
import { plain } from './plain.js'

it.each([
  ['two\nlines\t here', 'two lines here'],
  ['\x1b[2Jgone', '␛[2Jgone'],
  ['ring\x07', 'ring␇'],
  ['abc\u202egnp.exe', 'abc⟨U+202E⟩gnp.exe'],
  ['\x7f\x9b', '␡␡'],
])('%j is shown as %j', (text, shown) => expect(plain(text)).toBe(shown))
