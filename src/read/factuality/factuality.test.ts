import { describe, expect, test } from 'vitest'
import { layersOf } from '../../../test/builders/layers.js'
import { buildTree } from '../propositions/tree.js'
import { factualityOf } from './factuality.js'

function of(notation: string, word: string) {
  const { layers } = layersOf(notation)
  const tree = buildTree(layers.words, layers.encoded.syntax)
  const found = factualityOf(
    tree,
    layers.words.findIndex((w) => w.text === word),
  )
  const texts = (words: readonly number[]) => words.map((w) => layers.words[w]!.text)
  return { value: found.value, hedges: texts(found.hedges), negators: texts(found.negators) }
}

describe('what a clause says by itself', () => {
  test.each([
    ['Brock/PROPN/2/nsubj paid/VERB/0/root ./PUNCT/2/punct', 'paid', 3],
    ['Brock/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod pay/VERB/0/root ./PUNCT/4/punct', 'pay', -3],
    ['Brock/PROPN/3/nsubj never/ADV/3/advmod paid/VERB/0/root', 'paid', -3],
    ['Nobody/PRON/2/nsubj paid/VERB/0/root', 'paid', -3],
    ['He/PRON/2/nsubj paid/VERB/0/root no/DET/4/det tax/NOUN/2/obj', 'paid', -3],
    ['There/PRON/2/expl were/VERB/0/root no/DET/4/det warnings/NOUN/2/nsubj', 'were', -3],
    ['He/PRON/5/nsubj no/ADV/3/advmod longer/ADV/5/advmod does/AUX/5/aux pay/VERB/0/root', 'pay', -3],
    ['He/PRON/5/nsubj did/AUX/5/aux no/PART/5/advmod longer/ADV/5/advmod pay/VERB/0/root', 'pay', -3],
    ['He/PRON/2/nsubj has/VERB/0/root/have yet/ADV/5/advmod to/PART/5/mark pay/VERB/2/xcomp', 'pay', -3],
    ['It/PRON/2/nsubj rang/VERB/0/root with/ADP/4/case nobody/PRON/2/obl there/ADV/4/advmod', 'rang', 3],
    ['He/PRON/4/nsubj have/AUX/4/aux no/DET/4/det recollection/VERB/0/root', 'recollection', -3],
    ['How/ADV/2/advmod many/ADJ/3/amod guards/NOUN/4/nsubj paid/VERB/0/root ?/PUNCT/4/punct', 'paid', 0.3],
    ['He/PRON/3/nsubj may/AUX/3/aux pay/VERB/0/root', 'pay', 0.9],
    ['He/PRON/4/nsubj may/AUX/4/aux have/AUX/4/aux paid/VERB/0/root', 'paid', 0.9],
    ['He/PRON/3/nsubj will/AUX/3/aux pay/VERB/0/root', 'pay', 1.4],
    ['He/PRON/4/nsubj should/AUX/4/aux have/AUX/4/aux paid/VERB/0/root', 'paid', -1.5],
    ['He/PRON/3/nsubj allegedly/ADV/3/advmod paid/VERB/0/root', 'paid', 1],
    ['He/PRON/5/nsubj not/PART/3/advmod only/ADV/5/advmod only/ADV/5/advmod paid/VERB/0/root', 'paid', 3],
  ])('%s', (notation, word, value) => {
    expect(of(notation, word).value).toBe(value)
  })
})

describe('what stands above a clause', () => {
  test.each([
    [
      'is untrue',
      'It/PRON/3/expl is/AUX/3/cop untrue/ADJ/0/root that/SCONJ/6/mark he/PRON/6/nsubj paid/VERB/3/csubj',
      'paid',
      -2.6,
    ],
    [
      'is not the case',
      'It/PRON/5/nsubj is/AUX/5/cop not/PART/5/advmod the/DET/5/det case/NOUN/0/root that/SCONJ/8/mark he/PRON/8/nsubj paid/VERB/5/acl:relcl',
      'paid',
      -2.6,
    ],
    ['fails', 'He/PRON/2/nsubj failed/VERB/0/root/fail to/PART/4/mark pay/VERB/2/xcomp', 'pay', -3],
    [
      'does not fail',
      'He/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod fail/VERB/0/root to/PART/6/mark pay/VERB/4/xcomp',
      'pay',
      3,
    ],
    ['manages', 'He/PRON/2/nsubj managed/VERB/0/root/manage to/PART/4/mark pay/VERB/2/xcomp', 'pay', 3],
    ['refused', 'He/PRON/2/nsubj refused/VERB/0/root/refuse to/PART/4/mark pay/VERB/2/xcomp', 'pay', -3],
    [
      'may have failed',
      'He/PRON/4/nsubj may/AUX/4/aux have/AUX/4/aux failed/VERB/0/root/fail to/PART/6/mark pay/VERB/4/xcomp',
      'pay',
      -0.9,
    ],
    ['forgot to', 'He/PRON/2/nsubj forgot/VERB/0/root to/PART/4/mark pay/VERB/2/xcomp', 'pay', -3],
    [
      'forgot that',
      'He/PRON/2/nsubj forgot/VERB/0/root that/SCONJ/5/mark she/PRON/5/nsubj paid/VERB/2/ccomp',
      'paid',
      3,
    ],
    [
      'does not know that',
      'He/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod know/VERB/0/root that/SCONJ/7/mark she/PRON/7/nsubj paid/VERB/4/ccomp',
      'paid',
      3,
    ],
    ['thinks', 'He/PRON/2/nsubj thinks/VERB/0/root/think she/PRON/4/nsubj paid/VERB/2/ccomp', 'paid', 1.3],
    ['pretends', 'He/PRON/2/nsubj pretended/VERB/0/root/pretend to/PART/4/mark pay/VERB/2/xcomp', 'pay', -3],
    ['wants', 'He/PRON/2/nsubj wants/VERB/0/root/want to/PART/4/mark pay/VERB/2/xcomp', 'pay', 0.4],
    [
      'is likely',
      'He/PRON/3/nsubj is/AUX/3/cop likely/ADJ/0/root to/PART/5/mark pay/VERB/3/xcomp',
      'pay',
      1.4,
    ],
    [
      'condition',
      'If/SCONJ/3/mark he/PRON/3/nsubj pays/VERB/6/advcl/pay she/PRON/6/nsubj will/AUX/6/aux leave/VERB/0/root',
      'pays',
      0.2,
    ],
    ['purpose', 'He/PRON/2/nsubj came/VERB/0/root to/PART/4/mark pay/VERB/2/advcl', 'pay', 0.4],
    ['without', 'He/PRON/2/nsubj left/VERB/0/root without/SCONJ/4/mark paying/VERB/2/advcl', 'paying', -3],
    ['question', 'Did/AUX/3/aux he/PRON/3/nsubj pay/VERB/0/root ?/PUNCT/3/punct', 'pay', 0.3],
    ['command', 'Pay/VERB/0/root/pay him/PRON/1/obj ./PUNCT/1/punct', 'Pay', 0.4],
    [
      'relative clause under a negation',
      'He/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod meet/VERB/0/root the/DET/6/det man/NOUN/4/obj who/PRON/8/nsubj paid/VERB/6/acl:relcl',
      'paid',
      3,
    ],
    ['refusal', 'his/PRON/2/nmod:poss refusal/NOUN/0/root to/PART/4/mark pay/VERB/2/acl', 'pay', -3],
    ['fact', 'the/DET/2/det fact/NOUN/0/root that/SCONJ/5/mark he/PRON/5/nsubj paid/VERB/2/acl', 'paid', 3],
    [
      'demanded event',
      'They/PRON/2/nsubj demanded/VERB/0/root/demand his/PRON/4/nmod:poss resignation/NOUN/2/obj',
      'resignation',
      0.4,
    ],
    ['planned event', 'the/DET/3/det planned/VERB/3/amod sale/NOUN/0/root', 'sale', 0.9],
    [
      'shared modal',
      'It/PRON/3/nsubj may/AUX/3/aux sell/VERB/0/root or/CCONJ/5/cc close/VERB/3/conj',
      'close',
      0.9,
    ],
    [
      'no shared modal for a finite verb',
      'It/PRON/3/nsubj may/AUX/3/aux sell/VERB/0/root and/CCONJ/5/cc closed/VERB/3/conj/close',
      'closed',
      3,
    ],
    [
      'first to',
      'She/PRON/5/nsubj was/AUX/5/cop the/DET/5/det first/ADJ/5/amod woman/NOUN/0/root to/PART/7/mark win/VERB/5/acl',
      'win',
      3,
    ],
  ])('%s', (_, notation, word, value) => {
    expect(of(notation, word).value).toBeCloseTo(value, 5)
  })
})

describe('the words that did it', () => {
  test('hedges are the modal with its "have", and verbs that leave it open', () => {
    const text =
      'He/PRON/2/nsubj thinks/VERB/0/root/think she/PRON/6/nsubj may/AUX/6/aux have/AUX/6/aux paid/VERB/2/ccomp'
    expect(of(text, 'paid').hedges).toEqual(['may', 'have', 'thinks'])
  })

  test('negators are negations and verbs that turn it round', () => {
    expect(
      of('He/PRON/2/nsubj failed/VERB/0/root/fail to/PART/4/mark pay/VERB/2/xcomp', 'pay').negators,
    ).toEqual(['failed'])
    expect(of('Nobody/PRON/2/nsubj paid/VERB/0/root', 'paid').negators).toEqual(['Nobody'])
  })
})
