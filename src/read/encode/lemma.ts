/** Dictionary forms of English words, given their part of speech (WordNet's exceptions and rules, by wink-lemmatizer). */
import lemmatizer from 'wink-lemmatizer'

const IRREGULAR: Readonly<Record<string, string>> = {
  "'s": 'be', '’s': 'be', "'re": 'be', '’re': 'be', "'m": 'be', '’m': 'be', is: 'be', are: 'be', was: 'be', were: 'be', am: 'be', been: 'be', being: 'be',
  has: 'have', had: 'have', "'ve": 'have', '’ve': 'have', having: 'have',
  "'d": 'would', '’d': 'would', "'ll": 'will', '’ll': 'will', wo: 'will', ca: 'can', sha: 'shall',
  does: 'do', did: 'do', done: 'do', doing: 'do',
  "n't": 'not', 'n’t': 'not', nt: 'not',
} // prettier-ignore

/** The lemma of a word in UD's manner: lower case but for proper nouns. */
export function lemmaOf(form: string, upos: string): string {
  if (upos === 'PROPN') return form
  const lower = form.toLowerCase()
  if (upos === 'AUX' || upos === 'PART') return IRREGULAR[lower] ?? lower
  if (upos === 'VERB') return IRREGULAR[lower] ?? lemmatizer.verb(lower)
  if (upos === 'NOUN') return lemmatizer.noun(lower)
  if (upos === 'ADJ') return lemmatizer.adjective(lower)
  return lower
}
