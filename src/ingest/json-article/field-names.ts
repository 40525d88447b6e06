/** What feeds, archives and crawlers call the fields of an article; the first that holds something decides. schema.org's names first. */
export const TITLE = ['headline', 'title', 'webTitle', 'name']
export const BODY = [
  'articleBody',
  'body',
  'content',
  'content_text',
  'text',
  'bodyText',
  'full_text',
  'fulltext',
  'maintext',
  'article',
  'content_html',
  'body_html',
]
export const AUTHOR = ['author', 'authors', 'byline', 'creator', 'creators', 'writer']
export const PUBLISHER = [
  'publisher',
  'source',
  'source_name',
  'publication',
  'outlet',
  'newspaper',
  'siteName',
  'site_name',
  'site',
]
export const PUBLISHED = [
  'datePublished',
  'date_published',
  'published',
  'published_at',
  'publishedAt',
  'publication_date',
  'publish_date',
  'date_publish',
  'webPublicationDate',
  'pubDate',
  'pub_date',
  'date',
  'dateCreated',
  'created_at',
  'timestamp',
]
export const LANGUAGE = ['inLanguage', 'language', 'lang']
/** Where a feed keeps its list. */
export const LISTS = ['articles', 'items', 'entries', 'posts', 'results', 'documents', 'data']
