/**
 * Words that authors of pages put in class, id and itemprop, and what they tell. Matched against the words of an element's
 * names between spaces (see nameOf); the stems match inside a word as well ('resgallery').
 */
const any = (...parts: string[]): RegExp => new RegExp(parts.join('|'))
const whole = (list: string): string => ` (?:${list.split(' ').join('|')}) `

/** Readers' talk below the article. */
export const COMMENT_WORDS = any(
  'comment(?!ary|ator)',
  'disqus|livefyre',
  whole('respond replies reply discussion'),
)

/** What frames an article: it may be longer than the article itself. */
export const FRAME_WORDS = any(
  whole(
    'nav navbar navigation subnav topnav menu submenu footer masthead sidebar rail cookie cookies consent gdpr trending popular ad ads adslot dfp mpu promo promos promoted promotion',
  ),
  ' (?:read more|most read|also like|see also|more stories|more from|more posts|next post|prev post|post navigation|top stories|editors picks|up next|who we are|about us) ',
  'recirc|newsletter|subscri|advert|sponsor|related|recommend|outbrain|taboola|copyright|syndicat',
)

/** What stands in or about an article, and is always less than it. */
export const STRONG_WORDS = any(
  whole(
    'share shares sharing social socials adbox pager paging login signin signup register search byline bylines author authors timestamp toolbar tools popup modal overlay lightbox follow tags taglist tagcloud hashtags credit credits dek standfirst deck skip noprint datepublished datemodified cta poll quiz donate donation',
  ),
  ' (?:sign up|print only|print block|print header|sr only|screen reader|visually hidden|jump to|table of contents|load more|back to top|article info|story info|call to action) ',
  'breadcrumb|sharedaddy|addthis|sharethis|pagination|tooltip|popover|caption|gallery|slideshow|carousel|facebook|whatsapp|pinterest',
)

/** No part of the article where it is short or mostly links. */
export const WEAK_WORDS = any(
  whole(
    'meta date dates time posted published updated category categories label labels badge rating ratings widget banner alert print more tag topics topic kicker eyebrow views readtime biography bio profile',
  ),
)

/** A picture with its words. */
export const MEDIA_WORDS = any(
  whole(
    'photo photos image images img picture pictures media video videos player embed audio thumb thumbnail illustration figure',
  ),
)
