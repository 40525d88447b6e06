import { describe, expect, it } from 'vitest'
import { quoteStates } from './quotes.js'

/** States of the space-separated words, written as one digit a word; blocks are parted by ' ¶ '. Words joined by '+' touch. */
const states = (marked: string): string => {
  const words: { start: number; end: number }[] = []
  const blockStarts: number[] = []
  let text = ''
  for (const block of marked.split(' ¶ ')) {
    if (text) text += '\n\n'
    blockStarts.push(words.length)
    for (const [i, group] of block.split(' ').entries()) {
      if (i > 0) text += ' '
      for (const word of group.split('+')) {
        words.push({ start: text.length, end: text.length + word.length })
        text += word
      }
    }
  }
  return quoteStates(text, words, blockStarts).join('')
}

describe('quoteStates', () => {
  const groups: Record<string, [text: string, states: string][]> = {
    'tells words inside quotation marks from those outside': [
      ['“+We knew+,+” he said', '2111200'],
      ['"+We knew+,+" he said', '2111200'],
      ["``+We knew+,+'' he said", '2111200'],
      ['«+We knew+» he said', '211200'],
      ['he said—+"+We knew+"+—then', '0021120'],
      ['He called it “+bad+” and “+sad+”', '0002120212'],
    ],
    'takes single marks that pair': [
      ["'+We knew+,+' he said", '2111200'],
      ['‘+We knew+,+’ he said', '2111200'],
      ['“+‘+Go+,+’ she said+,+” he wrote', '22112111200'],
      ["it was a '+success+' then", '0002120'],
      ["'+The workers+' rights+,+' he said", '211111200'],
    ],
    'takes apostrophes for none': [
      ["the workers+' rights and 'em", '000000'],
      ['the workers+’ rights', '0000'],
      ["'+Twas the night", '0000'],
      ['rock ‘+n roll', '0000'],
      ['“+the workers+’ rights+”', '211112'],
    ],
    'takes inches for none': [['a 5+\'+10+" man and a 3+" gap', '00000000000']],
    'closes at the end of the block': [
      ['“+We knew ¶ he said', '21100'],
      ['"+We knew ¶ he said', '21100'],
      ["'+We knew ¶ he+' said", '000000'],
    ],
    'goes on where the next paragraph opens again': [
      ['“+We knew+. ¶ “+They left+.+” ¶ he said', '21112111200'],
      ['"+We knew+. ¶ "+They left+.+" ¶ he said', '21112111200'],
    ],
    'goes back to the start of a paragraph that closes what the one before opened': [
      ['“+We knew+. ¶ They left+.+” he said', '2111111200'],
      ['"+We knew+. ¶ They left+.+" he said', '2111111200'],
    ],
    'does not go back where nothing was open': [['We knew+. ¶ They left+.+” he said', '000000200']],
    'stays inside where a mark opens again without a close': [
      ['"+We knew+. "+They left+.+" he', '2111211120'],
    ],
  }
  for (const [law, cases] of Object.entries(groups))
    it.each(cases)(`${law}: %s`, (text, expected) => expect(states(text)).toBe(expected))

  it.each(['" ', "' ", '“ ', "a' ", '” '])('reads 200,000 characters of %j in linear time', (unit) => {
    const text = unit.repeat(100_000)
    const words = Array.from({ length: 100_000 }, (_, i) => {
      const at = i * unit.length + unit.length - 2
      return { start: at, end: at + 1 }
    })
    const began = performance.now()
    quoteStates(text, words, [0])
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
