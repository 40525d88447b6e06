import { expect, test } from 'vitest'
import { text as format } from './text.js'

const head = (source: string): unknown[] => {
  const { title, byline, publisher, published } = format.read(source).metadata
  return [title, byline.join('; '), publisher, published]
}
const BODY = 'The bridge at Halversham was closed on Tuesday, the ministry said.\n'

test.each([
  [
    'headline and byline',
    `Bridge closed\n\nBy Ada Brock\n\n${BODY}`,
    ['Bridge closed', 'Ada Brock', null, null],
  ],
  [
    'name and outlet',
    `Bridge closed\n\nAda Brock, Meridian Press\n\n${BODY}`,
    ['Bridge closed', 'Ada Brock', 'Meridian Press', null],
  ],
  [
    'outlet and date',
    `Bridge closed\n\nMeridian Press, March 3, 2021\n\n${BODY}`,
    ['Bridge closed', '', 'Meridian Press', '2021-03-03'],
  ],
  [
    'outlet above the headline',
    `Meridian Press\n3 March 2021\n\nBridge closed\n\n${BODY}`,
    ['Bridge closed', '', 'Meridian Press', '2021-03-03'],
  ],
  [
    'a headline over two lines',
    `Bridge closed after\ninspectors find cracks\n\n${BODY}`,
    ['Bridge closed after inspectors find cracks', '', null, null],
  ],
  [
    'a second headline before the byline',
    `Bridge closed\nMinistry blames frost\nBy Ada Brock\n\n${BODY}`,
    ['Bridge closed', 'Ada Brock', null, null],
  ],
  [
    'keys',
    `Title: Bridge closed\nAuthor: Ada Brock\nSource: Meridian Press\nDate: 2021-03-03\n\n${BODY}`,
    ['Bridge closed', 'Ada Brock', 'Meridian Press', '2021-03-03'],
  ],
  [
    'a headline that is a question',
    `Who closed the bridge?\n\n${BODY}`,
    ['Who closed the bridge?', '', null, null],
  ],
  [
    'agency of the dateline',
    `Bridge closed\n\nHALVERSHAM (Meridian Press) — ${BODY}`,
    ['Bridge closed', '', 'Meridian Press', null],
  ],
  [
    'a byline that is an outlet',
    `Bridge closed\nBy Meridian Press\n\n${BODY}`,
    ['Bridge closed', 'Meridian Press', null, null],
  ],
  ['an interview', 'PRESENTER: Who opened it?\n\nORME: We did.\n', [null, '', null, null]],
  ['two questions', `You spent nine years there. Who sent you?\n\n${BODY}`, [null, '', null, null]],
  [
    'an abbreviation in a headline',
    `Gov. Vale quits St. Dunmore race\n\n${BODY}`,
    ['Gov. Vale quits St. Dunmore race', '', null, null],
  ],
  ['no headline', BODY, [null, '', null, null]],
  [
    'a wrapped first sentence is no headline',
    'The bridge at Halversham was closed on Tuesday after\ninspectors found cracks in two of its piers.\n',
    [null, '', null, null],
  ],
  ['one line alone is no headline', 'Bridge closed', [null, '', null, null]],
  [
    'a name in the text is no byline',
    `Bridge closed\n\n${BODY}\nAda Brock, Meridian Press\n`,
    ['Bridge closed', '', null, null],
  ],
])('%s', (_, source, expected) => {
  expect(head(source)).toEqual(expected)
})
