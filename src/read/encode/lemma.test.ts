import { expect, test } from 'vitest'
import { lemmaOf } from './lemma.js'

test.each([
  ['Brock', 'PROPN', 'Brock'],
  ['’s', 'AUX', 'be'],
  ['wo', 'AUX', 'will'],
  ['has', 'VERB', 'have'],
  ['n’t', 'PART', 'not'],
  ['to', 'PART', 'to'],
  ['Told', 'VERB', 'tell'],
  ['nurses', 'NOUN', 'nurse'],
  ['oldest', 'ADJ', 'old'],
  ['The', 'DET', 'the'],
  // Names of what every object inherits
  ['constructor', 'VERB', 'constructor'],
  ['constructor', 'AUX', 'constructor'],
  ['__proto__', 'PART', '__proto__'],
])('%s as %s is %s', (form, upos, lemma) => expect(lemmaOf(form, upos)).toBe(lemma))
