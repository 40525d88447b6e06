/** Names of members as they may be shown: nobody's control characters, no turning of the direction of reading. */

const MISLEADING =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const LONGEST = 300

/** The name for a message: what misleads the eye stands as an escape ('\u202e'), the middle of a very long one as '…'. */
export function shownName(name: string): string {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST / 2)}…${name.slice(-LONGEST / 2)}` : name
  return cut.replace(MISLEADING, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
