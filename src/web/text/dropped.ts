/** What a drop or a file chooser holds, folders walked. */

export interface Dropped {
  /** With the folders it lies in, from the one that was dropped. */
  readonly name: string
  file(): Promise<File>
}

/** Files of a chooser; one that chose a folder tells the way down. */
export const chosen = (files: FileList): Dropped[] =>
  [...files].map((file) => ({
    name: file.webkitRelativePath || file.name,
    file: () => Promise.resolve(file),
  }))

/** Must be called while the drop event lasts; what it gives may be used after. */
export function dropped(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  return walkAll(entries)
}

async function walkAll(entries: readonly FileSystemEntry[]): Promise<Dropped[]> {
  const found: Dropped[] = []
  const left = [...entries]
  for (let entry = left.shift(); entry; entry = left.shift()) {
    const here = entry
    if (isFile(here))
      found.push({
        name: here.fullPath.replace(/^\//, ''),
        file: () => new Promise((done, failed) => here.file(done, failed)),
      })
    else if (isFolder(here)) left.push(...(await listed(here.createReader())))
  }
  return found
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A reader gives a hundred at a time, and nothing when there is no more. */
async function listed(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (some.length === 0) return all
    all.push(...some)
  }
}
