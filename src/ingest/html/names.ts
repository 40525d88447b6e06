/** The words of class, id and item property, each between spaces: 'articleBody post-12' → ' article body post '. */
export function nameOf(attributes: ReadonlyMap<string, string>): string {
  if (attributes.size === 0) return ' '
  const raw = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${attributes.get('itemprop') ?? ''}`
  const plain = raw
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
  // 'has-sidebar' and 'no-comments' tell of something elsewhere.
  return ` ${plain} `.replace(/ (?:has|no|with|without) \S+(?= )/g, ' ')
}
