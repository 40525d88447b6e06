/** The ZIP that an office file is: its parts by name, the problems on the way, and what it holds besides text. */
import { problem, problemOf, WhenceError } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import type { Out, Source } from '../format.js'
import { openZip, type Zip, type ZipEntry } from '../zip/open-zip.js'
import { readXml, type XmlHandlers } from '../xml/read-xml.js'
import { xmlTree, type XmlNode } from '../xml/xml-tree.js'

export interface Package {
  readonly zip: Zip
  readonly problems: Problem[]
  has(part: string): boolean
  /** Streams a part through `handlers`; its damage becomes problems. False where there is none of that name. */
  read(part: string, handlers: XmlHandlers): Promise<boolean>
  /** A small part as a tree, with the attributes named; null where there is none of that name. */
  tree(part: string, wanted: readonly string[]): Promise<XmlNode | null>
}

/** A part that is read whole into memory. */
const LARGEST_TREE = 64 * 1024 * 1024

/**
 * Opens an office file, hands it to `work` and closes it.
 * @throws WhenceError 'zip-damaged', 'zip-overlapping', 'file-encrypted', or what `work` throws.
 */
export async function withPackage<T>(source: Source, work: (parts: Package) => Promise<T>): Promise<T> {
  const zip = await openZip(source.path)
  try {
    if (zip.entries.length > 0 && zip.entries.every((entry) => entry.encrypted || entry.directory))
      throw new WhenceError('file-encrypted', source.file)
    return await work(packageOf(zip))
  } finally {
    zip.close()
  }
}

function packageOf(zip: Zip): Package {
  const problems: Problem[] = []
  if (zip.salvaged !== null)
    problems.push(problem('zip-salvaged', null, String(zip.entries.length), zip.salvaged))
  if (zip.leftOut > 0) {
    const read = zip.entries.length
    problems.push(problem('zip-entries-many', null, String(read + zip.leftOut), String(read)))
  }
  const find = (part: string): ZipEntry | undefined => zip.find(part.replace(/^\//, ''))
  return {
    zip,
    problems,
    has: (part) => find(part) !== undefined,
    async read(part, handlers) {
      const entry = find(part)
      if (!entry) return false
      problems.push(...(await readXml(zip.open(entry), part, handlers)))
      return true
    },
    async tree(part, wanted) {
      const entry = find(part)
      if (!entry) return null
      const { root, problems: found } = await xmlTree(zip.open(entry, LARGEST_TREE), part, wanted)
      problems.push(...found)
      return root
    },
  }
}

/** Pictures smaller than this are bullets, lines and logos. */
const SMALL = 5 * 1024
const PICTURE = /\.(?:png|jpe?g|jfif|gif|tiff?|bmp|webp|jp2|heic)$/i
const DRAWING = /\.(?:emf|wmf|svg|svm|wdp)$/i

/**
 * Hands over what stands in an office file as a file of its own: pictures of a size that can hold words, embedded documents,
 * sounds and films. `inside` tells by its name what is one.
 */
export async function handOver(
  { zip, problems }: Package,
  inside: (name: string) => boolean,
  out: Out,
): Promise<void> {
  let small = 0
  for (const entry of zip.entries) {
    if (entry.directory || !inside(entry.name)) continue
    if (DRAWING.test(entry.name) || (PICTURE.test(entry.name) && entry.claimed < SMALL)) {
      small++
      continue
    }
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1) || entry.name
    try {
      await out.child({ name, bytes: zip.open(entry), headers: [{ name: 'Part', value: entry.name }] })
    } catch (error) {
      if (!(error instanceof WhenceError) || !problemOf(error).code.startsWith('zip-')) throw error
      problems.push(problemOf(error))
    }
  }
  if (small > 0) problems.push(problem('pictures-small', null, String(small)))
}
