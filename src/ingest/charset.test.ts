import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from './charset.js'

const codes = (bytes: Uint8Array): string[] => decode(bytes).problems.map(({ code }) => code)
const page = (charset: string, body: string): string =>
  `<html><head><meta charset="${charset}"></head><body><p>${body}`

const RUSSIAN = 'Министр заявил во вторник, что мост закрыли для ремонта, и отказался отвечать на вопросы.'
const FRENCH =
  'Le maire a déclaré mardi que le pont avait été fermé « pour de bon », a-t-il précisé à la préfète.'

describe('decode', () => {
  test.each([
    ['utf-8', Buffer.from(`\ufeff${RUSSIAN}`)],
    ['utf-16le', Buffer.from(`\ufeff${RUSSIAN}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${RUSSIAN}`, 'utf16le').swap16()],
    ['utf-32le', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), iconv.encode(RUSSIAN, 'utf-32le')])],
    ['utf-32be', Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), iconv.encode(RUSSIAN, 'utf-32be')])],
  ])('goes by the mark of %s', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text: RUSSIAN, encoding, problems: [] })
  })

  test.each(['utf16le', 'utf16be'])('knows %s without a mark', (encoding) => {
    const text = `${FRENCH}\n${RUSSIAN} ${FRENCH}`
    expect(decode(iconv.encode(text, encoding)).text).toBe(text)
  })

  test('takes valid UTF-8 for UTF-8 against any declaration', () => {
    expect(decode(Buffer.from(page('windows-1252', FRENCH)))).toMatchObject({
      encoding: 'utf-8',
      problems: [],
    })
  })

  test.each(['windows-1251', 'koi8-r', 'iso-8859-5'])(
    'believes a declared %s that makes sense',
    (charset) => {
      const decoded = decode(iconv.encode(page(charset, RUSSIAN), charset))
      expect(decoded.text).toContain(RUSSIAN)
      expect(decoded.problems).toEqual([])
    },
  )

  test.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['windows-1252', FRENCH],
    ['shift_jis', '大臣は火曜日に、橋は修理のために閉鎖されたと述べた。'],
    ['euc-kr', '장관은 화요일에 다리가 수리를 위해 폐쇄되었다고 말했다.'],
    ['windows-1253', 'Ο υπουργός είπε την Τρίτη ότι η γέφυρα έκλεισε.'],
    ['windows-1256', 'قال الوزير يوم الثلاثاء إن الجسر أغلق للإصلاحات.'],
  ])('guesses %s by statistics, and says so', (charset, text) => {
    const bytes = iconv.encode(text, charset)
    expect(decode(bytes).text).toBe(text)
    expect(codes(bytes)).toEqual(['encoding-guessed'])
  })

  test('does not believe a declaration against the bytes', () => {
    const bytes = iconv.encode(page('utf-8', FRENCH), 'windows-1252')
    expect(decode(bytes).text).toContain(FRENCH)
    expect(codes(bytes)).toEqual(['encoding-guessed'])
  })

  test('keeps UTF-8 that is damaged here and there, and counts', () => {
    const bytes = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xff, 0x20]), Buffer.from(RUSSIAN)])
    expect(decode(bytes)).toMatchObject({ encoding: 'utf-8', problems: [{ code: 'encoding-damaged' }] })
    expect(decode(bytes).text).toBe(`${RUSSIAN}\ufffd ${RUSSIAN}`)
  })

  test('keeps UTF-8 that is cut in its last character', () => {
    expect(decode(Buffer.from('The café').subarray(0, -1)).text).toBe('The caf\ufffd')
  })

  test.each(['utf-7', 'no-such-charset', 'x-user-defined'])(
    'is not led astray by a declared %s',
    (charset) => {
      expect(decode(iconv.encode(page(charset, FRENCH), 'windows-1252')).text).toContain(FRENCH)
    },
  )

  test('gives back every text in every encoding with a mark', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('utf8', 'utf16le', 'utf16be'),
        (text, encoding) => {
          fc.pre(!text.startsWith('\ufeff'))
          expect(decode(iconv.encode(text, encoding, { addBOM: true })).text).toBe(text)
        },
      ),
    )
  })
})
