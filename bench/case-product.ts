/** The product as the affairs are scored through it: documents are read, investigated together, and a draft is checked. */
import type { Reader } from '../src/workflow/read-document.js'
import type { Investigation, Product } from './cases.js'

/** Null while the parts that compare are not there. */
export async function productOf(reader: Reader): Promise<Product | null> {
  const [investigation, draft] = await Promise.all([part('investigate'), part('check-draft')])
  if (!investigation) return null
  return {
    read: (bytes, file) => reader.read(bytes, file),
    investigate: investigation['investigate'] as Product['investigate'],
    check: (draft?.['checkDraft'] as Product['check'] | undefined) ?? (() => []),
  } satisfies Product & { investigate: (...args: never[]) => Investigation | Promise<Investigation> }
}

async function part(name: string): Promise<Record<string, unknown> | null> {
  const file = new URL(`../src/workflow/${name}.ts`, import.meta.url)
  try {
    return (await import(file.href)) as Record<string, unknown>
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}
