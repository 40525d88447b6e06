import { expect, test } from 'vitest'
import { html } from './html.js'

const PROSE =
  'The ministry said on Tuesday that the bridge had been closed for repairs, and would stay closed for a month.'
const page = (body: string): string =>
  `<html><head><title>Bridge closed</title></head><body class="a" id="b">${'<hr class="r">'.repeat(4)}${body}</body></html>`
const texts = (body: string): string[] => {
  const { text, blocks } = html.read(page(body))
  return blocks.map(({ start, end }) => text.slice(start, end))
}
/** A page with names enough to be searched for its article. */
const article = (inside: string): string =>
  `<div class="c" id="d"><div class="e" id="f">${inside}</div></div>`

test.each([
  [
    'paragraphs by line breaks',
    article(`${PROSE}<br><br>${PROSE}<br>The end.`),
    [PROSE, `${PROSE}\nThe end.`],
  ],
  [
    'text cut by what is hidden',
    article(`<p>${PROSE.slice(0, 60)}<span hidden>no</span>${PROSE.slice(60)}</p>`),
    [PROSE],
  ],
  [
    'soft hyphens and no-break spaces',
    article(`<p>${PROSE} The min&shy;ister left&nbsp;early.</p>`),
    [`${PROSE} The minister left early.`],
  ],
  ['preformatted text', article(`<p>${PROSE}</p><pre>\n  a  b\n   c\n</pre>`), [PROSE, '  a  b\n   c']],
  [
    'related link in the middle',
    article(`<p>${PROSE}</p><p>Related: <a href=x>Mill burns down in Dunmore</a></p><p>${PROSE}</p>`),
    [PROSE, PROSE],
  ],
  [
    '"More" that begins a sentence',
    article(`<p>${PROSE}</p><p>More than <a href=x>forty people</a> came.</p><p>${PROSE}</p>`),
    [PROSE, 'More than forty people came.', PROSE],
  ],
  [
    'a link that is a source',
    article(`<p>${PROSE}</p><p><a href=x>The order of 3 March</a></p><p>${PROSE}</p>`),
    [PROSE, 'The order of 3 March', PROSE],
  ],
  [
    'a wrapper that is named for its side bar',
    `<div class="right-sidebar related" id="w">${article(`<p>${PROSE}</p><p>${PROSE}</p>`)}</div>`,
    [PROSE, PROSE],
  ],
  [
    'paragraphs named by a machine',
    article(`<p class="ab ad ae if ix iy">${PROSE}</p><p class="ab ad ae if ix iy">${PROSE}</p>`),
    [PROSE, PROSE],
  ],
  [
    'an article that waits for a script to show it',
    `<div style="visibility:hidden">${article(`<p>${PROSE}</p>`)}</div>`,
    [PROSE],
  ],
  [
    'the title and the byline again',
    article(`<h2>Bridge closed</h2><p>By Ada Brock</p><p>Updated 3 March 2021</p><p>${PROSE}</p>`),
    [PROSE],
  ],
  ['a heading of nothing', article(`<p>${PROSE}</p><h3>Your views</h3>`), [PROSE]],
])('%s', (_, body, expected) => {
  expect(texts(body)).toEqual(expected)
})

test('a table is lines, its cells parted by tabs', () => {
  const { text } = html.read(
    page(article(`<p>${PROSE}</p><table><tr><th>Year<th>Sum<tr><td>2019<td>5</table>`)),
  )
  expect(text).toBe(`${PROSE}\n\nYear\tSum\n2019\t5`)
})

test('a page without an article is kept whole, and said to be', () => {
  const links = ['Mill burns', 'Mayor quits', 'Ferry late'].map(
    (title) => `<div class="t" id="u"><a href=x>${title}</a></div>`,
  )
  const { text, problems } = html.read(page(links.join('')))
  expect(text).toBe('Mill burns\n\nMayor quits\n\nFerry late')
  expect(problems).toMatchObject([{ code: 'article-unclear' }])
})

test.each([
  ['<time datetime="2021-03-03T10:00">Wednesday</time>', { published: '2021-03-03' }],
  [
    '<p>Today: 9 March 2021</p><h1>Bridge closed</h1><div class="date">3 March 2021</div>',
    { published: '2021-03-03' },
  ],
  ['<h1>Bridge closed</h1><span class="author">Ada Brock</span>', { byline: ['Ada Brock'] }],
  ['<h1>Bridge closed</h1><a rel="author" href=x>Ada Brock</a> and Hal Orme', { byline: ['Ada Brock'] }],
])('what stands above the text tells: %s', (above, expected) => {
  expect(html.read(page(`${above}${article(`<p>${PROSE}</p><p>${PROSE}</p>`)}`)).metadata).toMatchObject(
    expected,
  )
})

test.each([
  ['Bridge closed | Meridian Press', 'Bridge closed', 'Meridian Press'],
  ['Meridian Press: Bridge closed', 'Bridge closed', 'Meridian Press'],
  ['Bridge closed - what now', 'Bridge closed - what now', null],
  ['Ferry: late again', 'Ferry: late again', null],
])('title %j', (title, wanted, publisher) => {
  const { metadata } = html.read(
    `<html><head><title>${title}</title></head><body><p>${PROSE}</p></body></html>`,
  )
  expect([metadata.title, metadata.publisher]).toEqual([wanted, publisher])
})
