/** "ADA BROCK:", "Q:", "Speaker 2:" at the beginning of a line: who speaks. */

/** Names of one to five words in capitals or with capitals first; a title or a role in brackets may follow. */
const NAME = String.raw`(?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\.? )?[\p{Lu}][\p{L}\p{M}.'’-]*(?: (?:[\p{Lu}][\p{L}\p{M}.'’-]*|\d{1,2}|de|da|di|van|von|der|al|el|of|the|and)){0,4}`
const LABEL = new RegExp(String.raw`^(${NAME})(?: ?[([][^)\]\n]{1,60}[)\]])?:(?:[ \t]+|$)`, 'u')
const LONGEST = 120

/** Words before a colon that head a line or a list and never speak. */
const NOBODY = new Set(
  `date subject from to cc bcc sent re fw fwd note notes nb ps source sources title headline author byline by published publisher
  facts photo image picture caption video audio credit credits copyright contact tel phone fax email mail web website url link links address
  location place time when where what who why how which update updated correction editor's editors background summary abstract keywords
  conclusion introduction example examples warning important remember question answer total price cost see also read more related tags
  category topic topics section chapter part page figure table item step version status error info debug warn fatal result results
  monday tuesday wednesday thursday friday saturday sunday http https`.split(/\s+/),
)

export interface Label {
  readonly speaker: string
  /** Characters of the label with its colon and the white space after it. */
  readonly length: number
}

/** The label at the beginning of `line`, or null. */
export function labelOf(line: string): Label | null {
  const match = LABEL.exec(line.slice(0, LONGEST))
  if (!match) return null
  const speaker = match[1]!
  return NOBODY.has(speaker.toLowerCase().replace(/^the /, '')) ? null : { speaker, length: match[0].length }
}

/** Labels that tell one speaker from another and name nobody. */
const NAMELESS =
  /^(?:q|a|speaker ?\d*|unknown|unidentified.*|voice ?\d*|man ?\d*|woman ?\d*|person ?\d*|\+?[\d\s()-]+)$/i
export const isNameless = (speaker: string): boolean => NAMELESS.test(speaker)
