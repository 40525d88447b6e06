import { describe, expect, test } from 'vitest'
import { dateAlone, findDate } from './dates.js'

describe('findDate', () => {
  test.each([
    ['2018-10-09T16:02:36+01:00', '2018-10-09'],
    ['2019-11-20 06:09:25', '2019-11-20'],
    ['20191120', '2019-11-20'],
    ['2019/11/20', '2019-11-20'],
    ['19 Nov 2019 07:09 GMT', '2019-11-19'],
    ['Tue, 19 Nov 2019 10:00:00 +0000', '2019-11-19'],
    ['Tuesday, November 19, 2019, 06:51 AM', '2019-11-19'],
    ['March 3rd, 2021', '2021-03-03'],
    ['3 March 2021', '2021-03-03'],
    ['the 3rd of March 2021', '2021-03-03'],
    ['1er août 2021', '2021-08-01'],
    ['3. März 2020', '2020-03-03'],
    ['22 de outubro de 2010', '2010-10-22'],
    ['3 марта 2021', '2021-03-03'],
    ['5 апреля 2021', '2021-04-05'],
    ['19.11.2019, 08:57', '2019-11-19'],
    ['2021年3月4日', '2021-03-04'],
    ['March 2021', '2021-03'],
    ['13/04/2021', '2021-04-13'],
    ['04/13/2021', '2021-04-13'],
    ['04/04/2021', '2021-04-04'],
    // Which of the two is the month nobody can tell.
    ['03/04/2021', '2021'],
    ['30 February 2021', null],
    ['0001-01-01T00:00:00Z', null],
    ['3 March', null],
    ['the 2019-2020 season', null],
    ['room 2021', null],
    ['', null],
  ])('%s → %s', (text, edtf) => {
    expect(findDate(text)?.edtf ?? null).toBe(edtf)
  })
})

describe('dateAlone', () => {
  test.each([
    ['Published: Tuesday, March 3, 2021, 4:10 p.m. EST', '2021-03-03'],
    ['PUBLISHED: 00:01, Tue, Nov 19, 2019', '2019-11-19'],
    ['Updated Nov. 20, 2019 1:35 a.m.', '2019-11-20'],
    ['Halversham, 3 March 2021', null],
    ['The bridge was closed on 3 March 2021.', null],
  ])('%s → %s', (text, edtf) => {
    expect(dateAlone(text)).toBe(edtf)
  })
})
