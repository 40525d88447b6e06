/** A page's title without the site's name, and the site's name out of it. */
import { isOutlet } from '../byline.js'

const SEPARATOR = /\s+(?:[|–—»·•]|::?|-)\s+/
/** Shorter than this, a part of a title is like any name by chance. */
const SHORTEST = 3

export const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** "https://meridian.example/" and "@meridian" as a reader would say them; null for nothing. */
export function siteName(name: string | null): string | null {
  const plain = name
    ?.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
    .replace(/^@/, '')
    .split(SEPARATOR)[0]
    ?.trim()
  return plain ? plain : null
}

/** "Meridian Press: Bridge closed", where only what stands before the colon can be an outlet. */
const PREFIXED = /^([^:]{3,60}):\s+(\S.*)$/

/** "Bridge closed | Meridian Press" → "Bridge closed". */
export function withoutSite(title: string, publisher: string | null, headings: readonly string[]): string {
  const parts = title.split(SEPARATOR)
  if (parts.length === 1) {
    const [, site, rest] = PREFIXED.exec(title) ?? []
    return site !== undefined && fold(site) === fold(publisher ?? '') ? rest! : title
  }
  const same = headings.find((heading) => fold(heading) !== '' && fold(title).startsWith(fold(heading)))
  if (same !== undefined && SEPARATOR.test(title.slice(same.length))) return same
  const site = fold(publisher ?? '')
  const last = parts.at(-1)!
  const ofSite = (part: string): boolean =>
    site !== '' && fold(part).length >= SHORTEST && (fold(part).includes(site) || site.includes(fold(part)))
  if (ofSite(last) || (site === '' && isOutlet(last)))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—»·•:-]+$/, '')
  return ofSite(parts[0]!) ? title.slice(title.indexOf(parts[1]!)) : title
}

/** "Bridge closed | Meridian Press" → "Meridian Press"; null where neither end of it is an outlet's name. */
export function outletIn(title: string | null): string | null {
  const last = title?.split(SEPARATOR).at(-1)
  if (last !== undefined && last !== title && isOutlet(last)) return last
  const before = PREFIXED.exec(title ?? '')?.[1]
  return before !== undefined && isOutlet(before) ? before : null
}
