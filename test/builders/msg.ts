/** Outlook messages for tests (MS-OXMSG): the few properties that a test names, in a compound file. */
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'

export interface MadeMessage {
  readonly subject: string
  readonly sender: string
  readonly address: string
  readonly body: string
  readonly headers?: string
  readonly attachments?: readonly { readonly name: string; readonly data: string }[]
}

const ROOT = 5
const FOLDER = 1
const STREAM = 2

/** The bytes of a message file. */
export function msgOf({ subject, sender, address, body, headers, attachments = [] }: MadeMessage): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, children: [], length: 0 }]
  const add = (parent: number, name: string, type: number, bytes?: Buffer): number => {
    entries.push({
      name,
      type,
      length: bytes?.length ?? 0,
      ...(bytes ? { binaryProvider: () => Uint8Array.from(bytes) } : {}),
      ...(type === FOLDER ? { children: [] } : {}),
    })
    entries[parent]!.children!.push(entries.length - 1)
    return entries.length - 1
  }
  const text = (parent: number, tag: string, value: string): number =>
    add(parent, `__substg1.0_${tag}001F`, STREAM, Buffer.from(value, 'utf16le'))
  add(0, '__properties_version1.0', STREAM, Buffer.alloc(32))
  text(0, '0037', subject)
  text(0, '0C1A', sender)
  text(0, '5D01', address)
  text(0, '1000', body)
  if (headers !== undefined) text(0, '007D', headers)
  attachments.forEach(({ name, data }, i) => {
    const folder = add(0, `__attach_version1.0_#${i.toString(16).toUpperCase().padStart(8, '0')}`, FOLDER)
    add(folder, '__properties_version1.0', STREAM, Buffer.alloc(8))
    text(folder, '3707', name)
    add(folder, '__substg1.0_37010102', STREAM, Buffer.from(data))
  })
  return Buffer.from(burn(entries))
}
