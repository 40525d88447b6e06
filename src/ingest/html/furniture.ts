/**
 * Lines that pages put among an article's paragraphs and that belong to the page: labels of link lists, sharing, credits
 * of pictures, contacts. Matched against one whole block, white space collapsed.
 */

const any = (...lines: string[]): string => lines.join('|')

/** Opens a link or a list of links to other articles. */
export const LEAD_IN = new RegExp(
  `^[\\s([>»→•*-]*(?:${any(
    'related(?: (?:stor(?:y|ies)|articles?|coverage|content|links?|topics?|reading|news|posts?|videos?))?',
    'read (?:more|also|next|this|on|our)',
    '(?:see|also) (?:also|read|see|on|more)',
    "don['’]t miss",
    'you (?:may|might) (?:also )?(?:like|be interested|enjoy)',
    'recommended(?: (?:for you|reading|stories|articles))?',
    'in case you missed(?: it)?',
    'up next',
    'what to read next',
    'click here',
    'on [\\w.]+\\.(?:com|org|net)',
    'top stories',
    'most (?:read|popular)',
    'trending(?: now)?',
    'watch(?: (?:now|more|this|also))?',
    'listen(?: (?:now|to))?',
    'leggi anche',
    'lire aussi',
    'à lire (?:aussi|également)',
    'lea también',
    'le puede interesar',
    'leia (?:também|mais)',
    'veja também',
    'siehe auch',
    'mehr zum thema',
    'lesen sie auch',
    'lees ook',
    'baca juga',
    'читайте также',
    'по теме',
  )})(?![\\p{L}])`,
  'iu',
)
/** A short line of this kind, with links after it, heads a list of other articles. */
export const MORE =
  /^(?:more|latest|other|further|related|recommended|popular|trending|keep reading|elsewhere)\b/i

/** A whole block that says nothing of the matter. */
export const FURNITURE = new RegExp(
  `^(?:${any(
    'advert(?:isement|ising)?',
    'ad',
    'anzeige',
    'werbung',
    'publicit[ée]|publicidade?|pubblicità',
    'iklan',
    'реклама',
    'sponsored(?: content)?',
    '(?:share|tweet|pin|e-?mail|print|save|like|follow)(?: this)?(?: (?:article|story|page|post))?(?: (?:on|via|to|by|with) [\\w ]{1,30})?',
    '(?:click|tap) here to [^.]{3,60}',
    '(?:subscribe|sign up|sign in|log in|register|join)(?: (?:now|today|here|to|for) ?[^.]{0,60})?',
    '(?:leave|add|post|write) (?:a |your )?(?:comment|reply|review)s?',
    '(?:show |view |see |load )?(?:all |more )?comments?(?: \\(?\\d*\\)?)?(?: are closed\\.?)?',
    '(?:kommentare|commentaires|comentarios|comentários|commenti|reacties|komentar|комментарии|отзывы|добавить (?:отзыв|комментарий))',
    '(?:more|related|see also|also)\\s?:?',
    'read more|read on|continue reading|see more|show more|load more|view more|learn more',
    'loading(?: \\w+)?(?:\\.\\.\\.|…)?',
    'media playback is (?:unsupported|not supported) on (?:your|this) device',
    '(?:play|watch)(?: the)? video',
    '(?:image|photo|picture|media) (?:copyright|caption|source|credit)s?\\b.{0,60}',
    '(?:image|photo|slide) \\d+ (?:of|/) ?\\d+',
    '(?:caption|close|back to top|back|next|previous|prev|home|menu|skip to (?:main )?content|hide caption|toggle caption|enlarge this image)',
    '(?:this content is )?(?:copyright|©).{0,120}',
    'all rights reserved\\.?',
    '(?:we|(?:this|our) (?:web)?site) uses? cookies\\b.{0,300}',
    '(?:filed under|posted in|tagged|tags|categor(?:y|ies)|topics?|keywords)\\s?:.{0,200}',
    '(?:share|follow us)(?:\\s?:)?',
    '[\\d\\s|/.,:•·-]{1,20}',
    '(?:\\d+|an?) (?:min(?:ute)?s?|hours?) (?:read|ago)',
    '(?:(?:last |first )?(?:updated|published|posted|modified))\\b(?=.*\\d)[^.!?]{0,80}(?:[ap]\\.m\\.)?[^.!?]{0,20}',
  )})$`,
  'iu',
)

/** Below the last paragraph: how to reach the writer, who owns the words. */
export const CONTACT =
  /^(?:(?:e-?mail|contact|follow|reach|write to|tweet)\b.{0,80}(?:@|twitter|facebook|\bat\b).{0,200}|\S+@\S+\.\w+|(?:https?:\/\/)?(?:www\.)?(?:twitter|facebook|instagram|x)\.com\/\S+|@\w{2,30}|follow us\b.{0,120}|sign up (?:for|to)\b.{0,200}|subscribe (?:to|here|now)\b.{0,200}|(?:copyright|©|\(c\)).{0,300}|.{0,200}all rights reserved\.?|this (?:article|story|material) (?:may not be|is protected|is subject to copyright)\b.{0,300})$/i
