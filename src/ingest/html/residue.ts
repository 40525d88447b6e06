/** What still stands between an article's paragraphs and is none of it: its own title and byline, link lists, furniture. */
import { isByline } from '../byline.js'
import { dateAlone, findDate } from '../dates.js'
import type { Draft } from './drafts.js'
import { CONTACT, FURNITURE, LEAD_IN, MORE } from './furniture.js'
import { isProse } from './measures.js'

const WHOLE_LINE = 0.9
const SOME = 0.3
const SHORT_LABEL = 60
const SHORTEST_TITLE = 8
const LONGEST_HEADER = 90
const LONGEST_FURNITURE = 400
const ENDS_SENTENCE = /[.!?…]["'”’»)\]]*$/

const linkShare = (draft: Draft): number => draft.linked / draft.text.length
const isLink = (draft: Draft): boolean => linkShare(draft) >= WHOLE_LINE
const isFurniture = ({ kind, text }: Draft): boolean =>
  kind !== 'cell' && text.length <= LONGEST_FURNITURE && FURNITURE.test(text.replace(/\s+/g, ' '))
const isContact = ({ text }: Draft): boolean => text.length <= LONGEST_FURNITURE && CONTACT.test(text)
const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** `titles` are the names that the page goes by: what repeats one of them above the text is no part of it. */
export function withoutResidue(drafts: readonly Draft[], titles: readonly string[]): Draft[] {
  const furniture = drafts.map(isFurniture)
  dropLinkLists(drafts, furniture)
  const kept = drafts.filter((_, i) => !furniture[i])
  return withoutTail(withoutHead(kept, titles))
}

/** Marks every label of a link list with the links it heads. */
function dropLinkLists(drafts: readonly Draft[], drop: boolean[]): void {
  const linked = (i: number): boolean => i < drafts.length && linkShare(drafts[i]!) >= SOME && !drop[i]
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!
    const leads = LEAD_IN.test(draft.text)
    if (leads && linkShare(draft) >= SOME) drop[i] = true
    const label = draft.text.length <= SHORT_LABEL && !/[.!?]$/.test(draft.text.replace(/\.{3}$/, ''))
    const heads = leads
      ? linked(i + 1)
      : MORE.test(draft.text) && linked(i + 1) && (linked(i + 2) || /:$/.test(draft.text))
    if (!label || !heads) continue
    drop[i] = true
    for (let next = i + 1; linked(next) && !isProse(drafts[next]!); next++) drop[next] = true
  }
}

/** True for the whole title or, of some length, an end of it: sites put their name before it or after. Headings repeat any part. */
const repeats = (title: string, words: string, heading: boolean): boolean =>
  title === words ||
  (words.length >= SHORTEST_TITLE && (title.startsWith(words) || title.endsWith(words))) ||
  (heading && title.includes(words))

/** Everything before the first paragraph goes that repeats the title or names writer, date or section. */
export function withoutHead(drafts: readonly Draft[], titles: readonly string[]): Draft[] {
  const named = new Set(titles.map(fold))
  const first = drafts.findIndex(
    (draft) => isProse(draft) || (draft.text.length >= SHORT_LABEL && ENDS_SENTENCE.test(draft.text)),
  )
  return drafts.filter((draft, i) => {
    if (i >= (first === -1 ? drafts.length : first)) return true
    const { text, kind } = draft
    const words = fold(text)
    if ([...named].some((title) => repeats(title, words, kind === 'heading'))) return false
    if (isByline(text) || dateAlone(text) !== null || isLink(draft)) return false
    return !(text.length <= LONGEST_HEADER && findDate(text) !== null && !ENDS_SENTENCE.test(text))
  })
}

/** After the last paragraph, links, contacts and headings of nothing go. */
function withoutTail(drafts: readonly Draft[]): Draft[] {
  const last = drafts.findLastIndex((draft) => isProse(draft) && !isContact(draft))
  const kept = drafts.filter((draft, i) => i <= last || !(isLink(draft) || isContact(draft)))
  while (kept.at(-1)?.kind === 'heading' && kept.length > 1) kept.pop()
  return kept
}
