/** Dictionary forms of English words, given their part of speech (WordNet's exceptions and rules, by wink-lemmatizer). */
import lemmatizer from 'wink-lemmatizer'

/** Written forms of auxiliaries and particles, by lemma. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    be: "'s ’s 're ’re 'm ’m is are was were am been being",
    have: "has had 've ’ve having",
    would: "'d ’d",
    will: "'ll ’ll wo",
    can: 'ca',
    shall: 'sha',
    do: 'does did done doing',
    not: "n't n’t nt",
  }).flatMap(([lemma, forms]) => forms.split(' ').map((form): [string, string] => [form, lemma])),
)

/** The lemma of a word in UD's manner: lower case but for proper nouns. */
export function lemmaOf(form: string, upos: string): string {
  if (upos === 'PROPN') return form
  const lower = form.toLowerCase()
  switch (upos) {
    case 'AUX':
    case 'PART':
      return IRREGULAR.get(lower) ?? lower
    case 'VERB':
      return IRREGULAR.get(lower) ?? lemmatizer.verb(lower)
    case 'NOUN':
      return lemmatizer.noun(lower)
    case 'ADJ':
      return lemmatizer.adjective(lower)
    default:
      return lower
  }
}
