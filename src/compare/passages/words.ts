/** Patterns that several tests of passages look for. */

export const DENIED_WORDS =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|refut(?:e|es|ed)|withdraw|retract|apologi[sz]e)\b/i
/** What may come or is only asked: no account of what was. */
export const OPEN = /\?["”’']?\s*$|\b(?:will|shall|would|if|unless|whether|should)\b/i
/** A correction repeats what it takes back. */
export const CORRECTS =
  /\b(?:correction|clarification|apology|retraction|corrigendum|erratum)s?\b|\bwe (?:got|were) (?:\w+ ){0,2}wrong\b|\b(?:setting|putting) (?:it|this|the record) (?:right|straight)\b/i
/** A person's wrong, as a word of law or of the street; nouns of it stand in derived.json by their verb. */
export const ACCUSING = new Set(
  'steal forge bribe embezzle launder defraud cheat swindle fake falsify smuggle poison murder kill rape abuse rig extort blackmail sabotage loot plunder pocket fabricate backdate pollute dump corrupt lie'.split(
    ' ',
  ),
)
