import { expect, test } from 'vitest'
import { encodedOf } from '../../../test/builders/encoded.js'
import { buildTree } from '../propositions/tree.js'
import { withSubjects } from './subjects.js'

/** The words of the source of an attribution that comes without one. */
function sourceOf(notation: string, cue: string, content: string): string {
  const { layers } = encodedOf(notation, {
    attributions: [{ anchor: cue.split(' ').at(-1)!, cue, content }],
  })
  const [found] = withSubjects(layers.encoded.attributions, buildTree(layers.words, layers.encoded.syntax))
  return found!.source
    .flatMap(({ first, last }) => layers.words.slice(first, last).map((w) => w.text))
    .join(' ')
}

test.each([
  [
    'the subject of the verb',
    'The/DET/2/det station/NOUN/3/nsubj reported/VERB/0/root a/DET/5/det fire/NOUN/3/obj',
    'reported',
    'a fire',
    'The station',
  ],
  [
    'without whom the subject cites',
    'The/DET/2/det station/NOUN/8/nsubj ,/PUNCT/2/punct citing/VERB/2/acl the/DET/6/det brigade/NOUN/4/obj ,/PUNCT/2/punct reported/VERB/0/root a/DET/10/det fire/NOUN/8/obj',
    'reported',
    'a fire',
    'The station',
  ],
  [
    'the subject shared with a verb before',
    'Orr/PROPN/2/nsubj fled/VERB/0/root but/CCONJ/6/cc would/AUX/6/aux not/PART/6/advmod say/VERB/2/conj when/ADV/6/ccomp',
    'would not say',
    'when',
    'Orr',
  ],
  [
    'nobody of a passive',
    'Orr/PROPN/3/nsubj:pass was/AUX/3/aux:pass told/VERB/0/root so/ADV/3/advmod',
    'told',
    'so',
    '',
  ],
  [
    'nobody of a relative pronoun',
    'Orr/PROPN/0/root who/PRON/3/nsubj pledged/VERB/1/acl:relcl help/NOUN/3/obj',
    'pledged',
    'help',
    '',
  ],
])('the source left out is %s', (_, notation, cue, content, expected) =>
  expect(sourceOf(notation, cue, content)).toBe(expected),
)
