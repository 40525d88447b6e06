/** Words by which a cue itself denies. */
export const DENYING =
  /\b(?:den(?:y|ies|ied|ying|ials?)|reject|dismiss|refut|disput|contest|rebut|disclaim|contradict|repudiat|retract|withdr|refus|doubt|disprov|debunk|rul\w+ out|false|untrue|wrong|nonsense|lie\b|lies\b|fiction|fairy tale|myth|invent|disbeliev|unlikely|absurd|baseless)/i
/** Words by which it negates. */
export const NEGATING = /\b(?:no|not|never|nobody|none|neither|nor|without)\b|n[’']t\b/i
