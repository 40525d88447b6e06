import { describe, expect, it, test } from 'vitest'
import { paperFoot, paperHead } from './letterhead.js'
import { text as format } from './text.js'

const head = (source: string): unknown[] => {
  const { title, byline, publisher, published } = format.read(source).metadata
  return [title, byline.join('; '), publisher, published]
}
const BODY = 'The sluice at Halversham was closed on Tuesday, and the meadows were flooded.\n'

test.each([
  [
    'a release',
    `PRESS RELEASE\nHalversham Harbour Office\n16 March 2018\n\nThe sluice: the facts\n\n${BODY}`,
    ['The sluice: the facts', '', 'Halversham Harbour Office', '2018-03-16'],
  ],
  [
    'a release with its day in words',
    `NEWS RELEASE\nFor release 16 March 2018\n\nThe sluice: the facts\n\n${BODY}`,
    ['The sluice: the facts', '', null, '2018-03-16'],
  ],
  [
    'a statement',
    `ORRWELL WORKS LLP\nStatement to the press\nDunmore, 9 February 2021\n\n${BODY}`,
    ['Statement to the press', '', 'ORRWELL WORKS LLP', '2021-02-09'],
  ],
  [
    'a statement for somebody else',
    `STATEMENT\nOn behalf of Orrwell Works\nDunmore, 9 February 2021\n\n${BODY}\nBasil Thane\nAttorney at law`,
    ['STATEMENT', 'Basil Thane', 'Orrwell Works', '2021-02-09'],
  ],
  [
    'a judgment',
    `HALVERSHAM DISTRICT COURT\nCase No. 19-0418 STR\nJudgment of 17 February 2020\n\n1. ${BODY}`,
    ['Judgment of 17 February 2020', '', 'HALVERSHAM DISTRICT COURT', '2020-02-17'],
  ],
  [
    'a correction',
    `The Valley Post\nCorrection\n2 October 2017\n\n${BODY}`,
    ['Correction', '', 'The Valley Post', '2017-10-02'],
  ],
  [
    'a correction, the outlet with the day',
    `Correction\nThe Valley Post, 2 October 2017\n\n${BODY}`,
    ['Correction', '', 'The Valley Post', '2017-10-02'],
  ],
  [
    'a letter',
    `Ada Brock\nDunmore, 5 March 2019\n\nTo the Halversham police\n\n${BODY}`,
    [null, 'Ada Brock', null, '2019-03-05'],
  ],
  [
    'a deed',
    `LETTER OF SALE\n\nDunmore, 14 March 1978\n\n${BODY}`,
    ['LETTER OF SALE', '', null, '1978-03-14'],
  ],
  [
    'a contract, dated below',
    `CONTRACT No. 7\n\nbetween\n\nOrrwell Works and Ada Brock\n\n${BODY}\nSigned at Dunmore on 18 April 2016\n\nFor Orrwell Works: Tom Vale`,
    ['CONTRACT No. 7', '', null, '2016-04-18'],
  ],
  [
    'a gazette',
    `Gazette of the Town of Dunmore\nNo. 41, 11 October 2019\n\n${BODY}`,
    [null, '', 'Gazette of the Town of Dunmore', '2019-10-11'],
  ],
  [
    'a programme of a station',
    `Channel Nine, Evening News, 8 February 2021\nScript\n\n${BODY}`,
    ['Script', '', 'Channel Nine', '2021-02-08'],
  ],
  [
    'an outlet that sounds like a person, below a byline',
    `Bridge closed\nBy Ada Brock\nDunmore Tidende, 8 May 2011\n\n${BODY}`,
    ['Bridge closed', 'Ada Brock', 'Dunmore Tidende', '2011-05-08'],
  ],
  [
    'a headline that begins like a paper',
    `Report on the sluice delayed\n\nBy Ada Brock\n\n${BODY}`,
    ['Report on the sluice delayed', 'Ada Brock', null, null],
  ],
  [
    'a headline above a place and day',
    `Sluice closed after flood\nDunmore, 4 March 2018\n\n${BODY}`,
    ['Sluice closed after flood', '', null, '2018-03-04'],
  ],
])('%s', (_, source, expected) => {
  expect(head(source)).toEqual(expected)
})

describe('the head of a paper', () => {
  it('is none where a line is a sentence, a byline or a headline', () => {
    expect(paperHead(['The sluice was closed.'], [])).toBeNull()
    expect(paperHead(['Statement', 'By Ada Brock'], [])).toBeNull()
    expect(paperHead(['Sluice closed after flood', '4 March 2018'], [])).toBeNull()
    expect(paperHead([], [])).toBeNull()
  })
  it('takes no day of birth for the day of the paper', () =>
    expect(
      paperHead(['Record of the inquest into the death of Ada Brock, born 8 May 1925'], [])?.metadata
        .published,
    ).toBeNull())
})

test.each([
  [['With kind regards', 'Ada Brock'], { published: null, writer: 'Ada Brock' }],
  [['Yours faithfully,', 'A. Brock'], { published: null, writer: 'A. Brock' }],
  [
    ['Issued in Dunmore on 9 June 2014 at the request of Tom Vale'],
    { published: '2014-06-09', writer: null },
  ],
  [['He left Dunmore on 9 June 2014.'], { published: null, writer: null }],
])('the foot of a paper: %s', (lines, expected) => {
  expect(paperFoot(lines)).toEqual(expected)
})
