/** What the words of a byline tell: who is an outlet, what is a role, what opens the line. */

/** A name that ends or begins with one of these, or is written in capitals only, is an outlet's. */
export const OUTLET_WORDS: ReadonlySet<string> = new Set(
  'advertiser agency argus broadcasting bulletin bureau channel chronicle company courier daily desk dispatch echo enquirer examiner express free gazette globe guardian herald independent inquirer journal ledger magazine mail media messenger mercury mirror monitor network news newspapers newspaper newsroom newswire observer online post press radio recorder record reporter register review sentinel service services standard star sun telegram telegraph television times today tribune tv union voice weekly wire world'.split(
    ' ',
  ),
)

/** Words that say what somebody does, not who it is. */
export const ROLE_WORDS =
  /\b(?:reporters?|correspondents?|editors?|editor-at-large|writers?|columnists?|producers?|contributors?|journalists?|photographers?|analysts?|freelance|staff|special to|for the|chief|senior|associate|deputy|assistant|intern)\b/i

/** Degrees and the like after a name. */
export const AFTER_NAME =
  /^(?:m\.?d|ph\.?d|m\.?s|m\.?a|b\.?a|b\.?sc|m\.?sc|r\.?d|rdn|r\.?n|esq|j\.?d|mph|cpa|obe|mbe)\.?$/i
export const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i

/** No author at all, whatever a page's form says. */
export const NOBODY: ReadonlySet<string> = new Set(
  'admin administrator author anonymous unknown guest user root editor staff webmaster none null undefined default test n/a'.split(
    ' ',
  ),
)

/** Words inside a name that stay in lower case. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del della der den di da dos das do du el la le van von zu bin ibn al y e of the ten ter'.split(' '),
)

/** What opens a byline. The foreign ones need two words after them, because "Von" also begins names. */
export const BY =
  /^(?:(?:(?:an? )?(?:analysis|article|commentary|compiled|edited|exclusive|interview|opinion|posted|published|report|reported|reporting|review|story|text|words|written) )?by|author)(?:\s*:|\s)\s*/i
export const BY_ELSEWHERE = /^(?:von|par|por|door|oleh|autor|autore|auteur|автор)(?:\s*:|\s)\s*(?=\S+\s+\S)/iu
