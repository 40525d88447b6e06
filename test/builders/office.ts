/** Office files of a few lines: the smallest packages that word processors, spreadsheets and readers accept. */
import { zip, type ZipMember } from './zip.js'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface OpenXml {
  /** Parts by name: 'word/footnotes.xml'. */
  readonly parts: Readonly<Record<string, string | Uint8Array>>
  /** Relations of parts: { 'word/document.xml': [['rId1', 'footnotes', 'footnotes.xml']] }; a fourth word makes one external. */
  readonly relations?: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly core?: string
}

/** A package of these parts; `main` is its main part. */
export function openXml(main: string, { parts, relations = {}, core }: OpenXml): Buffer {
  const slash = (part: string): number => part.lastIndexOf('/') + 1
  const rels = (list: readonly (readonly string[])[]): string =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
      .map(
        ([id, kind, target, mode]) =>
          `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
      )
      .join('')}</Relationships>`
  const members: ZipMember[] = [
    {
      name: '[Content_Types].xml',
      data: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: '_rels/.rels', data: rels([['rId1', 'officeDocument', main]]) },
    ...Object.entries(relations).map(([part, list]) => ({
      name: `${part.slice(0, slash(part))}_rels/${part.slice(slash(part))}.rels`,
      data: rels(list),
    })),
    ...Object.entries(parts).map(([name, data]) => ({
      name,
      data: typeof data === 'string' ? XML + data : data,
    })),
  ]
  if (core)
    members.push({
      name: 'docProps/core.xml',
      data: `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
    })
  return zip(members)
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** A part of a Word file with this root: wordPart('document', '<w:body>…</w:body>'). */
export const wordPart = (root: string, inside: string): string =>
  `<w:${root} xmlns:w="${W}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inside}</w:${root}>`

/** A run of words. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of runs, or of plain words. */
export const para = (inside: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inside.startsWith('<') ? inside : run(inside)}</w:p>`

/** A Word file with this body and these other parts, each related to the body by its name's stem. */
export function word(
  body: string,
  others: Readonly<Record<string, string | Uint8Array>> = {},
  core?: string,
  outside: readonly (readonly string[])[] = [],
): Buffer {
  const related = Object.keys(others).flatMap((name, i) => {
    const stem = /^word\/([a-z]+)\d*\.xml$/.exec(name)?.[1]
    return stem ? [[`rId${i + 1}`, stem, name.slice(5)]] : []
  })
  return openXml('word/document.xml', {
    parts: { 'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`), ...others },
    relations: { 'word/document.xml': [...related, ...outside] },
    ...(core ? { core } : {}),
  })
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const ODF_NAMES = [
  ...['office', 'text', 'table', 'style', 'presentation', 'meta'].map(
    (name) => `xmlns:${name}="${ODF}:${name}:1.0"`,
  ),
  `xmlns:draw="${ODF}:drawing:1.0"`,
  `xmlns:svg="${ODF}:svg-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

/** An OpenDocument package of that kind ('text', 'spreadsheet'). */
export const odf = (kind: string, parts: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  zip([
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    ...Object.entries(parts).map(([name, data]) => ({
      name,
      data: typeof data === 'string' ? XML + data : data,
    })),
  ])

/** An OpenDocument file with this body; style H hides, style T is a title's. */
export function odfText(
  body: string,
  {
    kind = 'text',
    styles = '',
    meta = '',
    automatic = '',
  }: { kind?: string; styles?: string; meta?: string; automatic?: string } = {},
): Buffer {
  const own = `<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="T" style:parent-style-name="Title"/>${automatic}`
  const root = (name: string, inside: string): string =>
    `<office:${name} ${ODF_NAMES}>${inside}</office:${name}>`
  return odf(kind, {
    'content.xml': root(
      'document-content',
      `<office:automatic-styles>${own}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body>`,
    ),
    'styles.xml': root('document-styles', styles),
    'meta.xml': root('document-meta', `<office:meta>${meta}</office:meta>`),
  })
}

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export interface TestSheet {
  readonly name: string
  readonly state?: string
  /** What stands inside of <worksheet>. */
  readonly xml: string
  readonly relations?: readonly (readonly string[])[]
}

/** An XLSX of these sheets; cell style 1 shows a date, 2 a date and a time, 3 a time. */
export function workbook(
  sheets: readonly TestSheet[],
  {
    strings = [],
    parts = {},
    date1904 = false,
  }: {
    strings?: readonly string[]
    parts?: Readonly<Record<string, string | Uint8Array>>
    date1904?: boolean
  } = {},
): Buffer {
  const root = (name: string, inside: string): string =>
    `<${name} xmlns="${S}" xmlns:r="${OFFICE}">${inside}</${name}>`
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const xfs = [0, 14, 164, 20].map((id) => `<xf numFmtId="${id}"/>`).join('')
  return openXml('xl/workbook.xml', {
    parts: {
      'xl/workbook.xml': root(
        'workbook',
        `${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets>`,
      ),
      'xl/styles.xml': root(
        'styleSheet',
        `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm;@"/></numFmts><cellXfs>${xfs}</cellXfs>`,
      ),
      'xl/sharedStrings.xml': root('sst', strings.map((text) => `<si><t>${text}</t></si>`).join('')),
      ...Object.fromEntries(
        sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, root('worksheet', xml)]),
      ),
      ...parts,
    },
    relations: {
      'xl/workbook.xml': [
        ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['rId91', 'styles', 'styles.xml'],
        ['rId92', 'sharedStrings', 'sharedStrings.xml'],
      ],
      ...Object.fromEntries(
        sheets.map(({ relations = [] }, i) => [`xl/worksheets/sheet${i + 1}.xml`, relations]),
      ),
    },
  })
}

const P =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
export interface TestSlide {
  readonly shapes: string
  readonly hidden?: boolean
  readonly notes?: string
  readonly comments?: string
  /** In the file, but not in the show. */
  readonly unlisted?: boolean
}
/** A shape with these lines of text; `type` makes it a placeholder. */
export const shape = (lines: string, type?: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name=""/><p:nvPr>${type ? `<p:ph type="${type}"/>` : ''}</p:nvPr></p:nvSpPr><p:txBody>${lines
    .split('\n')
    .map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)
    .join('')}</p:txBody></p:sp>`

export function slides(list: readonly TestSlide[], core?: string): Buffer {
  const slide = (root: string, inside: string, attributes = ''): string =>
    `<p:${root} ${P}${attributes}><p:cSld><p:spTree>${inside}</p:spTree></p:cSld></p:${root}>`
  const parts: Record<string, string> = {}
  const relations: Record<string, string[][]> = {
    'ppt/presentation.xml': [['rId90', 'commentAuthors', 'commentAuthors.xml']],
  }
  list.forEach(({ shapes, hidden, notes, comments, unlisted }, i) => {
    const part = `ppt/slides/slide${i + 1}.xml`
    parts[part] = slide('sld', shapes, hidden ? ' show="0"' : '')
    relations[part] = []
    if (!unlisted)
      relations['ppt/presentation.xml']!.push([`rId${i + 1}`, 'slide', `slides/slide${i + 1}.xml`])
    if (notes !== undefined) {
      parts[`ppt/notesSlides/notesSlide${i + 1}.xml`] = slide('notes', notes)
      relations[part].push(['rId1', 'notesSlide', `../notesSlides/notesSlide${i + 1}.xml`])
    }
    if (comments !== undefined) {
      parts[`ppt/comments/comment${i + 1}.xml`] = `<p:cmLst ${P}>${comments}</p:cmLst>`
      relations[part].push(['rId2', 'comments', `../comments/comment${i + 1}.xml`])
    }
  })
  const ids = list.map(({ unlisted }, i) => (unlisted ? '' : `<p:sldId id="${256 + i}" r:id="rId${i + 1}"/>`))
  return openXml('ppt/presentation.xml', {
    parts: {
      'ppt/presentation.xml': `<p:presentation ${P} xmlns:r="${OFFICE}"><p:sldIdLst>${ids.join('')}</p:sldIdLst></p:presentation>`,
      'ppt/commentAuthors.xml': `<p:cmAuthorLst ${P}><p:cmAuthor id="0" name="Ada Brock"/></p:cmAuthorLst>`,
      ...parts,
    },
    relations,
    ...(core ? { core } : {}),
  })
}

/** An EPUB of these chapters (file → what stands in <body>), in this order; those named in `unlisted` are not in the spine. */
export function book(
  chapters: Readonly<Record<string, string>>,
  {
    metadata = '',
    parts = {},
    unlisted = [],
  }: {
    metadata?: string
    parts?: Readonly<Record<string, string | Uint8Array>>
    unlisted?: readonly string[]
  } = {},
): Buffer {
  const files = Object.keys(chapters)
  const items = files.map(
    (file, i) => `<item id="c${i}" href="${encodeURIComponent(file)}" media-type="application/xhtml+xml"/>`,
  )
  const spine = files.flatMap((file, i) => (unlisted.includes(file) ? [] : [`<itemref idref="c${i}"/>`]))
  return zip([
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      data: `${XML}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
    },
    {
      name: 'OPS/book.opf',
      data: `${XML}<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    },
    ...Object.entries(chapters).map(([file, body]) => ({
      name: `OPS/${file}`,
      data: `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
    })),
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
  ])
}
