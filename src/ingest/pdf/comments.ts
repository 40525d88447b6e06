/** Notes on a page (annotations with words), filled-in form fields, attached files, and links that start programs. */
import type { PDFPageProxy } from 'pdfjs-dist'
import type { Matrix } from './matrix.js'
import { boxOf } from './matrix.js'
import type { Comment, Item } from './page.js'

/** As pdf.js gives them; any of these may be missing. */
interface Annotation {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly contentsObj?: { readonly str?: string }
  readonly titleObj?: { readonly str?: string }
  readonly modificationDate?: string | null
  readonly creationDate?: string | null
  readonly fieldValue?: unknown
  readonly hidden?: boolean
  readonly checkBox?: boolean
  readonly radioButton?: boolean
  readonly file?: { readonly filename?: string; readonly content?: Uint8Array }
}

export interface Noted {
  readonly comments: readonly Comment[]
  readonly fields: readonly Item[]
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

const MOST = 5000
/** Links say nothing of their own, a popup repeats its note. */
const NO_COMMENT = new Set(['Link', 'Popup', 'Widget'])

export async function notedOn(page: PDFPageProxy, view: Matrix): Promise<Noted> {
  const all = ((await page.getAnnotations({ intent: 'display' })) as Annotation[]).slice(0, MOST)
  const comments = all.flatMap((one): Comment[] => {
    const text = one.contentsObj?.str?.trim() ?? ''
    if (text === '' || NO_COMMENT.has(one.subtype ?? '')) return []
    return [
      {
        text: text.replace(/\r\n?/g, '\n'),
        box: placeOf(one, view),
        by: one.titleObj?.str?.trim() || null,
        at: timeOf(one.modificationDate ?? one.creationDate ?? null),
      },
    ]
  })
  const fields = all.flatMap((one): Item[] => {
    const text = typeof one.fieldValue === 'string' ? one.fieldValue.trim() : ''
    if (one.subtype !== 'Widget' || text === '' || one.checkBox || one.radioButton) return []
    const box = placeOf(one, view)
    const size = Math.min(12, box[3] * 0.7)
    const looks = { box, baseline: box[1] + box[3] * 0.75, size, bold: false, angle: 0, spaced: true }
    return [{ ...looks, text: text.replace(/\s+/g, ' '), unseen: one.hidden === true ? 'layer' : null }]
  })
  const files = all.flatMap(({ file }) =>
    file?.content instanceof Uint8Array ? [{ name: file.filename ?? 'attachment', bytes: file.content }] : [],
  )
  return { comments, fields, files }
}

const placeOf = ({ rect }: Annotation, view: Matrix): Item['box'] => {
  const corners = [0, 1, 2, 3].map((i) => (Number.isFinite(rect?.[i]) ? rect![i]! : 0))
  return boxOf(view, corners[0]!, corners[1]!, corners[2]!, corners[3]!)
}

/** "D:20210304120500+01'00'" → "2021-03-04T12:05:00+01:00"; null where it is no date (ISO 32000-1, 7.9.4). */
export function timeOf(written: string | null | undefined): string | null {
  const parts = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d)?'?(\d\d)?/.exec(written ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second, zone, rest] = parts
  if (!real(month, 1, 12) || !real(day, 1, 31) || !real(hour, 0, 23) || !real(minute, 0, 59)) return null
  const date = [year, month, day].filter((part) => part !== undefined).join('-')
  if (hour === undefined || day === undefined) return date
  const offset = zone === undefined ? '' : zone === 'Z' ? 'Z' : `${zone}:${rest ?? '00'}`
  return `${date}T${hour}:${minute ?? '00'}:${second ?? '00'}${offset}`
}
const real = (part: string | undefined, least: number, most: number): boolean =>
  part === undefined || (Number(part) >= least && Number(part) <= most)
