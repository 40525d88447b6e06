/** XHTML that closes elements in their own tag ('<script src="a"/>') → the same with end tags, as a reader of HTML needs it. */

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

export const closedTags = (xhtml: string): string =>
  xhtml.replace(/<([a-zA-Z][\w:.-]*)((?:\s[^<>]*)?)\/>/g, (whole, name: string, rest: string) =>
    VOID.test(name) ? whole : `<${name}${rest}></${name}>`,
  )
