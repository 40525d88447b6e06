/** What a PDF carries besides its pages: attached files, scripts, and actions that would start programs. */
import { createReadStream } from 'node:fs'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Child } from '../format.js'

/** Attached files, those of the document first; equal ones once. */
export async function filesOf(
  pdf: PDFDocumentProxy,
  onPages: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Child[]> {
  const attached: unknown = await pdf.getAttachments().catch(() => null)
  const named = Object.entries((attached ?? {}) as Record<string, { filename?: unknown; content?: unknown }>)
  const children = named.flatMap(([key, { filename, content }]): Child[] =>
    content instanceof Uint8Array
      ? [{ name: typeof filename === 'string' ? filename : key, bytes: content }]
      : [],
  )
  const known = new Set(children.map(({ name, bytes }) => `${name} ${(bytes as Uint8Array).length}`))
  return [...children, ...onPages.filter(({ name, bytes }) => !known.has(`${name} ${bytes.length}`))]
}

/** Plain names of a file's dictionaries; in compressed ones pdf.js finds the scripts. */
const PROGRAMS = ['/JavaScript', '/Launch', '/RichMedia']
const LONGEST = 12

/** True where the file would run scripts or start programs if a reader let it. Nothing of that is ever run here. */
export async function runsPrograms(pdf: PDFDocumentProxy, path: string): Promise<boolean> {
  const scripts: unknown = await pdf.getJSActions().catch(() => null)
  if (scripts !== null && scripts !== undefined) return true
  let end = ''
  for await (const chunk of createReadStream(path)) {
    const text = end + (chunk as Buffer).toString('latin1')
    if (PROGRAMS.some((name) => text.includes(name))) return true
    end = text.slice(-LONGEST)
  }
  return false
}
