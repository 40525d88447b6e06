/** One sheet of an XLSX (ECMA-376 part 1, §18.3), streamed: stored values as text, what is hidden marked. */
import type { XmlHandlers } from '../../xml/read-xml.js'
import { addressOf } from './address.js'
import { isoOf, numberText } from './dates.js'
import type { SheetText } from './sheet-text.js'

export interface SheetContext {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
}

export interface SheetReading {
  readonly handlers: XmlHandlers
  /** Rows that the sheet says it has, or that were seen. */
  rows(): number | null
  /** Formulas without a stored value. */
  unvalued(): number
}

export function xlsxSheet(into: SheetText, context: SheetContext): SheetReading {
  const hiddenColumns: (readonly [from: number, to: number])[] = []
  let claimed: number | null = null
  let row = 0
  let column = 0
  let rowHidden = false
  let type = 'n'
  let style = 0
  let value = ''
  let formula = false
  let valued = false
  let unvalued = 0
  let taking = false
  let phonetic = false

  const textOf = (): string => {
    switch (type) {
      case 's':
        return context.strings[Number(value)] ?? ''
      case 'b':
        return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value
      case 'n':
        return (
          (context.dateStyles[style] ? isoOf(value === '' ? NaN : Number(value), context.from1904) : null) ??
          numberText(value)
        )
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
      default:
        return value
    }
  }

  return {
    rows: () => claimed,
    unvalued: () => unvalued,
    handlers: {
      done: () => into.full(),
      open(name, attribute) {
        if (name === 'x:c') {
          const at = addressOf(attribute('r'))
          column = at?.column ?? column + 1
          if (at) row = at.row
          type = attribute('t') ?? 'n'
          style = Number(attribute('s') ?? 0)
          value = ''
          formula = valued = false
        } else if (name === 'x:v' || name === 'x:t') {
          taking = !phonetic
          valued = true
        } else if (name === 'x:f') formula = true
        else if (name === 'x:row') {
          const number = Number(attribute('r') ?? row + 1)
          row = number >= 1 && number <= 1_048_576 ? number : row + 1
          column = 0
          rowHidden = isTrue(attribute('hidden'))
        } else if (name === 'x:rPh') phonetic = true
        else if (name === 'x:col' && isTrue(attribute('hidden')))
          hiddenColumns.push([Number(attribute('min')), Number(attribute('max'))])
        else if (name === 'x:dimension') claimed = addressOf(attribute('ref')?.split(':').at(-1))?.row ?? null
      },
      close(name) {
        if (name === 'x:v' || name === 'x:t') taking = false
        else if (name === 'x:rPh') phonetic = false
        else if (name === 'x:c') {
          if (formula && !valued) unvalued++
          const hidden = rowHidden || hiddenColumns.some(([from, to]) => column >= from && column <= to)
          into.cell(row, column, textOf(), hidden)
        }
      },
      text(text) {
        if (taking) value += text
      },
    },
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
