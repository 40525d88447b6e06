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
