/** In what two accounts stand against each other, as the end of a sentence about both. */
const SAID: Readonly<Record<string, string>> = {
  whether: 'They differ on whether it is so.',
  denial: 'One denies the other.',
  retraction: 'One takes back the other.',
  'exclusive events': 'Both cannot have happened.',
}

/** @param on what a finding of two sides says they differ on: 'date', 'whether', 'denial' … */
export const onWhat = (on: string): string => SAID[on] ?? `They differ on the ${on}.`
