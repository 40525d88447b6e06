/** The tests of a case, in the order of their findings, and how much each is trusted: the likeness of two statements is multiplied by it. */
export const WEIGHTS = {
  amount: 0.9,
  date: 0.85,
  place: 0.85,
  person: 0.8,
  whether: 0.8,
  exclusive: 0.9,
  impossible: 0.9,
  disputed: 0.85,
  retracted: 0.95,
  circular: 0.9,
  singleOrigin: 0.6,
  inflation: 0.8,
  drift: 0.85,
  unattributed: 0.75,
} as const

/** Findings below this are not raised: a board that cries wolf is closed. */
export const LEAST_SCORE = 0.4
