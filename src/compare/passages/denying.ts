/** Words of denials that say nothing of what is denied. */

/** 'Rejects any suggestion that', 'denied the report that'. */
export const ACCUSATIONS =
  /\b(?:(?:the|any|all|every|a|an|these|those|this|that|his|her|their|its|[\p{L}-]+['’]s?) )?(?:(?:earlier|recent|former|previous|first|original|whole|entire|very|such|baseless|false) )*(?:suggestions?|allegations?|accusations?|claims?|reports?|charges?|rumou?rs?|notions?|ideas?|stor(?:y|ies)|assertions?|insinuations?|impressions?|statements?|doubts?|questions?)(?: (?:that|of|about|to have|against (?:him|her|it|them|us|me)))?(?=\W|$)/giu

/** Words that only point at what was said before. */
export const POINTERS = new Set(
  'this that it them these those all both everything the as so such what which he she they i we was were is are been be has had have does do did him her us me too also again of'.split(
    ' ',
  ),
)

/** Words too general to find by them what is meant. */
export const EMPTY_WORDS = new Set(
  'ever anyone anything anybody anywhere somebody something someone give take make have get put single time case evidence hear way say tell thing member doubt kind sort one fact matter question point word wrongdoing responsibility failing fault blame guilt liability misconduct impropriety'.split(
    ' ',
  ),
)
