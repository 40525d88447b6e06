/** How many of how many a source speaks for: "nine of the ten nurses", "all but two of the eleven jurors", "dozens". */
import type { Quantifier } from '../../schema/reading.js'
import { parseNumber } from '../lang/en/numbers.js'

const NUMBER = String.raw`(?:\d[\d,.]*|(?:a |the )?(?:[a-z]+(?:-[a-z]+)?)(?: (?:hundred|thousand|million|dozen)(?: and [a-z-]+)?)?)`
const OF = new RegExp(
  String.raw`^(?:(?:at least|about|around|some|nearly|almost|only|just|more than|over|fewer than|up to) )?(${NUMBER}) (?:out )?of (?:the|its|his|her|their|our|those|these) (${NUMBER})\b`,
  'i',
)
const ALL_BUT = new RegExp(
  String.raw`^(?:all|everyone|every one|each) (?:but|except(?: for)?) (${NUMBER})(?: of (?:the|its|his|her|their|those|these) (${NUMBER}))?\b`,
  'i',
)
const PART_OF = new RegExp(
  String.raw`^(all|both|none|neither|each|most|many|some|several|half|a few|few|a majority|a third|two thirds|hardly any|a minority)(?: of)?(?: the| its| his| her| their| those| these)? (${NUMBER})\b`,
  'i',
)
const COUNT = new RegExp(
  String.raw`^(?:(?:at least|about|around|some|nearly|almost|only|just|more than|over|fewer than|up to|another|the|all) )?(${NUMBER}) (?=\p{L})`,
  'iu',
)
const VAGUE =
  /^(?:dozens|scores|hundreds|thousands|tens of thousands|millions|several|many|most|some|a few|few|a number|a handful|a couple|a majority|half|a third|a quarter|none|all|everyone|nobody|no one|both|neither|each|various|numerous|countless|a dozen or so)\b(?: of)?/i
const PERCENT =
  /^(?:(?:about|around|some|nearly|almost|only|just|more than|over) )?([\d.]+|[a-z-]+) ?(?:%|per ?cent)/i

const ALL = new Set(['all', 'each', 'both'])
const NONE = new Set(['none', 'neither'])

/** The quantifier that a source phrase begins with, null where it counts nobody. `text` is verbatim from the phrase. */
export function quantifierOf(phrase: string): Quantifier | null {
  const plain = phrase.replace(/\s/g, ' ')
  const made = (
    match: RegExpExecArray,
    said: number | null,
    of: number | null,
    except: number | null,
  ): Quantifier => ({
    text: phrase.slice(0, match[0].length).trimEnd(),
    said,
    of,
    except,
  })
  let m = PERCENT.exec(plain)
  if (m && number(m[1]!) !== null) return made(m, null, null, null)
  m = ALL_BUT.exec(plain)
  if (m) {
    const [except, of] = [number(m[1]!), m[2] === undefined ? null : number(m[2])]
    if (except !== null) return made(m, of === null ? null : of - except, of, except)
  }
  m = OF.exec(plain)
  if (m) {
    const [said, of] = [number(m[1]!), number(m[2]!)]
    if (said !== null && of !== null && said <= of) return made(m, said, of, said < of ? of - said : null)
  }
  m = PART_OF.exec(plain)
  if (m) {
    const [word, of] = [m[1]!.toLowerCase(), number(m[2]!)]
    if (of !== null) return made(m, ALL.has(word) ? of : NONE.has(word) ? 0 : null, of, null)
  }
  m = /^(both|neither)\b/i.exec(plain)
  if (m) return made(m, m[1]!.toLowerCase() === 'both' ? 2 : 0, 2, null)
  m = COUNT.exec(plain)
  if (m) {
    const said = number(m[1]!)
    // "One official" is one person, not a count; "1998" before a noun is a year
    if (said !== null && said > 1 && !/^(?:1[5-9]|20)\d\d$/.test(m[1]!)) return made(m, said, null, null)
  }
  m = VAGUE.exec(plain)
  return m ? made(m, null, null, null) : null
}

function number(text: string): number | null {
  if (/^(?:a|an|the)$/i.test(text)) return null
  return parseNumber(text.replace(/^(?:a|the) /i, (article) => (article.toLowerCase() === 'a ' ? 'a ' : '')))
}
