/** Broken and hostile files: made on purpose, and golden cases damaged at random (the same on every run). */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { zip, type ZipMember } from '../builders/zip.js'

export interface Hostile {
  readonly name: string
  readonly bytes: Buffer
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const SENTENCE =
  'Lena Voss, the mayor of Harrow Bay, said on 14 March 2024 that the bridge had been closed.\n'

/** Bytes packed to a thousandth of themselves. */
function bomb(megabytes: number): { bytes: Buffer; size: number; crc: number } {
  const data = Buffer.alloc(megabytes * 1024 * 1024)
  return { bytes: deflateRawSync(data, { level: 9 }), size: data.length, crc: crc32(data) }
}

function nested(depth: number): Buffer {
  let inner = zip([{ name: 'last.txt', data: SENTENCE }])
  for (let i = 0; i < depth; i++) inner = zip([{ name: `${i}.zip`, data: inner }])
  return inner
}

function nestedMail(depth: number): string {
  let mail = `From: a@b.example\nSubject: innermost\n\n${SENTENCE}`
  for (let i = 0; i < depth; i++)
    mail = `From: a@b.example\nSubject: ${i}\nContent-Type: message/rfc822\n\n${mail}`
  return mail
}

/** One header block of a tar archive, whose fields may lie. */
function tarMember(name: string, data: string, { type = '0', link = '', size = data.length } = {}): Buffer {
  const head = Buffer.alloc(512)
  head.write(name.slice(0, 100), 0)
  head.write('0000644\0', 100)
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  head.write('00000000000\0', 136)
  head.write('        ', 148)
  head.write(type, 156)
  head.write(link, 157)
  head.write('ustar\u000000', 257)
  head.write(
    `${head
      .reduce((a, b) => a + b, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  const body = Buffer.alloc(Math.ceil(data.length / 512) * 512)
  body.write(data)
  return Buffer.concat([head, body])
}
const tar = (...members: Buffer[]): Buffer => Buffer.concat([...members, Buffer.alloc(1024)])

const XXE =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY n SYSTEM "http://127.0.0.1:9/">]>'
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${'bcdefghijklm'[i]} "${`&${'abcdefghijkl'[i]};`.repeat(10)}">`).join('')}]>`

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const docx = (document: string, more: readonly ZipMember[] = []): Buffer =>
  zip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', data: document },
    ...more,
  ])
const body = (inner: string): string => `<w:document xmlns:w="${WORD}"><w:body>${inner}</w:body></w:document>`
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const odt = (content: string): Buffer =>
  zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', data: content },
  ])

const PDF = (objects: string): Buffer =>
  latin1(`%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`)
const PAGE =
  '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj'

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(25)
  head.writeUInt32BE(13, 0)
  head.write('IHDR', 4)
  head.writeUInt32BE(width, 8)
  head.writeUInt32BE(height, 12)
  head.writeUInt8(8, 16)
  head.writeUInt8(2, 17)
  return Buffer.concat([latin1('\x89PNG\r\n\x1a\n'), head, latin1('\0\0\0\0IEND\xaeB\x60\x82')])
}

const CSV_FORMULAS =
  '=HYPERLINK("http://x.example","Lena")\n+cmd|\'/c calc\'!A1\n@SUM(1)\n-2+3\n\t=1+1\nName,Paid\nLena Voss,20000\n'
const warc = (length: number | string): Buffer =>
  latin1(
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://harrow.example/\r\nWARC-Date: 2024-03-14T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>${SENTENCE}</p></body></html>\r\n\r\n`,
  )

/** Each made to do one kind of harm. */
export function made(): Hostile[] {
  const file = (name: string, bytes: Buffer | string): Hostile => ({
    name,
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  })
  const packed = bomb(300)
  const plain = { name: 'note.txt', data: SENTENCE }
  return [
    file('zip-bomb.zip', zip([{ name: 'zeros.txt', packed }, plain])),
    file('zip-bombs-many.zip', zip(Array.from({ length: 60 }, (_, i) => ({ name: `${i}.txt`, packed })))),
    file('zip-lying-size.zip', zip([{ name: 'zeros.txt', packed, claimedSize: 10 }])),
    file('zip-overlapping.zip', zip([plain, ...Array.from({ length: 500 }, (_, i) => ({ name: `${i}`, data: SENTENCE, offset: 0, directoryOnly: true }))])), // prettier-ignore
    file('zip-nested-30.zip', nested(30)),
    file('zip-slip.zip', zip(['../../etc/cron.d/x', '/etc/passwd', 'C:\\Windows\\x.txt', '..\\..\\x', 'a/../../b', '\0.txt', '.', '..', '', 'con', 'a'.repeat(5000)].map((name, i) => ({ name, data: `${i} ${SENTENCE}` })))), // prettier-ignore
    file('zip-same-names.zip', zip(Array.from({ length: 50 }, (_, i) => ({ name: 'a.txt', data: `${i} ${SENTENCE}` })))), // prettier-ignore
    file(
      'zip-members-5000.zip',
      zip(Array.from({ length: 5000 }, (_, i) => ({ name: `${i}.txt`, data: '' }))),
    ),
    file('zip-claims-65000.zip', zip([plain], { claimedCount: 65_000 })),
    file('zip-locked.zip', zip([{ ...plain, encrypted: true }])),
    file('zip-method-99.zip', zip([{ ...plain, method: 99 }])),
    file('zip-crc-wrong.zip', zip([{ ...plain, claimedCrc: 7 }])),
    file('zip-bidi-names.zip', zip(['a\u202egpj.exe', 'b\u0000c.txt', 'd\u001b[2Je.txt', 'f\u2066g.txt', 'h\nB.txt'].map((name, i) => ({ name, data: `${i} ${SENTENCE}` })))), // prettier-ignore
    file('zip-of-itself.zip', (() => { const z = zip([plain]); return zip([{ name: 'a.zip', data: z }, { name: 'b.zip', data: z }]) })()), // prettier-ignore
    file('gzip-bomb.gz', gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 })),
    file('gzip-of-gzip.gz', Array.from({ length: 20 }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from(SENTENCE))), // prettier-ignore
    file('gzip-cut.gz', gzipSync(SENTENCE.repeat(50)).subarray(0, 40)),
    file('tar-slip.tar', tar(tarMember('../../x.txt', SENTENCE), tarMember('/etc/x', SENTENCE))),
    file('tar-links.tar', tar(tarMember('a', '', { type: '2', link: '/etc/passwd' }), tarMember('b', '', { type: '1', link: '../../x' }), tarMember('dev', '', { type: '3' }), tarMember('ok.txt', SENTENCE))), // prettier-ignore
    file('tar-size-lies.tar', tar(tarMember('a.txt', SENTENCE, { size: 0o77777777777 }))),
    file('xxe.docx', docx(XXE + body(paragraph(`&f; &n; ${SENTENCE}`)))),
    file('laughs.docx', docx(LAUGHS + body(paragraph(`&m; ${SENTENCE}`)))),
    file('deep.docx', docx(body('<w:tbl><w:tr><w:tc>'.repeat(20_000)))),
    file('long.docx', docx(body(paragraph('Harrow Bay. ').repeat(8_000)))),
    file('link-outside.docx', docx(body(paragraph(SENTENCE)), [{ name: 'word/_rels/document.xml.rels', data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>' }])), // prettier-ignore
    file('bomb.docx', docx(body(paragraph(SENTENCE)), [{ name: 'word/footnotes.xml', packed }])),
    file('no-parts.docx', zip([{ name: '[Content_Types].xml', data: '<Types/>' }])),
    file('xxe.odt', odt(`${XXE}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>&f;</text:p></office:text></office:body></office:document-content>`)), // prettier-ignore
    file('repeat.ods', odt('<table number-columns-repeated="2000000000"/>')),
    file('xxe.svg', `${XXE}<svg xmlns="http://www.w3.org/2000/svg"><text>&f;</text></svg>`),
    file('script.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    file('formulas.csv', CSV_FORMULAS),
    file('wide.csv', `${'a,'.repeat(3_000)}\n`),
    file('quote-open.csv', `a,"${'b,c\n'.repeat(3_000)}`),
    file('deep.rtf', `{\\rtf1 ${'{'.repeat(50_000)}${SENTENCE}`),
    file('bin.rtf', `{\\rtf1 \\bin2000000000 ${SENTENCE}}`),
    file('object.rtf', `{\\rtf1 {\\object\\objemb{\\*\\objdata ${'00ff'.repeat(50_000)}}} ${SENTENCE}}`),
    file('script.pdf', PDF(`${PAGE}\n4 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj`)),
    file('no-pages.pdf', PDF('1 0 obj << /Type /Catalog >> endobj')),
    file('own-parent.pdf', PDF('1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1000000 >> endobj')), // prettier-ignore
    file('deep.pdf', PDF(`1 0 obj ${'['.repeat(300_000)} endobj`)),
    file('large-page.pdf', PDF(PAGE.replace('200 200', '1e9 1e9'))),
    file('stream-bomb.pdf', Buffer.concat([latin1(`%PDF-1.7\n${PAGE}\n4 0 obj << /Filter /FlateDecode /Length ${packed.bytes.length} >> stream\n`), packed.bytes, latin1('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF')])), // prettier-ignore
    file('empty.pdf', '%PDF-1.7'),
    file('pixels.png', png(60_000, 60_000)),
    file('no-data.png', png(10, 10)),
    file('cut.jpg', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0\x01')),
    file('loop.tif', latin1('II*\0\x08\0\0\0\0\0\x08\0\0\0')),
    file('loop.eml', nestedMail(300)),
    file('headers.eml', `${'X-A: b\n'.repeat(100_000)}From: a@b.example\nSubject: x\n\n${SENTENCE}`),
    file('header-long.eml', `From: a@b.example\nSubject: ${'x'.repeat(2_000_000)}\n\n${SENTENCE}`),
    file('addresses.eml', `From: ${'('.repeat(5_000)}a@b.example\nTo: ${'<a@b>,'.repeat(3_000)}\nSubject: x\n\n${SENTENCE}`), // prettier-ignore
    file('parts.eml', `From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(50_000)}`), // prettier-ignore
    file('base64-bad.eml', `From: a@b.example\nSubject: x\nContent-Type: application/pdf; name="../../x.pdf"\nContent-Transfer-Encoding: base64\n\n!!!!${'A'.repeat(1001)}`), // prettier-ignore
    file('many.mbox', Array.from({ length: 300 }, (_, i) => `From a@b Thu Mar 14 10:00:00 2024\nFrom: a@b.example\nSubject: ${i}\n\n\n`).join('\n')), // prettier-ignore
    file('length-lies.warc', warc(2_000_000_000)),
    file('length-word.warc', warc('many')),
    file('length-short.warc', warc(10)),
    file('deep.json', `${'['.repeat(20_000)}`),
    file('deep-list.jsonl', `[{"headline":"a","articleBody":${'{"a":'.repeat(3_000)}`),
    file('proto.json', '{"__proto__":{"polluted":true},"headline":"Bridge","articleBody":"The bridge of Harrow Bay was closed."}'), // prettier-ignore
    file('polyglot.pdf', Buffer.concat([PDF(PAGE), zip([plain])])),
    file('polyglot.gif', Buffer.concat([latin1('GIF89a/*'), zip([plain])])),
    file('polyglot.html', Buffer.concat([Buffer.from(`<html><body><p>${SENTENCE}</p></body></html>`), zip([plain])])), // prettier-ignore
    file('late-pdf.zip', Buffer.concat([latin1('PK\x03\x04\n'), PDF(PAGE)])),
    file('program.pdf', latin1(`MZ\x90\0\x03\0\0\0${'\0'.repeat(200)}`)),
    file('mail.pdf', `From: Lena Voss <lena@harrow.example>\nTo: desk@ledger.example\nSubject: Bridge\nDate: Thu, 14 Mar 2024 10:00:00 +0000\n\n${SENTENCE}`), // prettier-ignore
    file('page.docx', `<!doctype html><html><body><p>${SENTENCE}</p></body></html>`),
    file('elf', latin1('\x7fELF\x02\x01\x01')),
    file('film.mp4', latin1('\0\0\0\x18ftypmp42\0\0\0\0')),
    file('sound.mp3', latin1('ID3\x04\0\0\0\0\0\0')),
    file('archive.7z', latin1('7z\xbc\xaf\x27\x1c\0\x04')),
    file('archive.rar', latin1('Rar!\x1a\x07\x01\0')),
    file('base.sqlite', latin1('SQLite format 3\0')),
    file('ole.doc', Buffer.concat([latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(4096, 0xff)])),
    file('ole.msg', Buffer.concat([latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(2000)])),
    file('empty', ''),
    file('zeros.bin', Buffer.alloc(100_000)),
    file('deep.html', '<div>'.repeat(100_000) + SENTENCE),
    file('open-tags.html', '<'.repeat(20_000)),
    file('half-pair.txt', Buffer.from(`\ufeff${SENTENCE}\ud800 end`, 'utf16le')),
    file('one-line.txt', 'bridge '.repeat(8_000)),
    file('cue.srt', '1\n99:99:99,999 --> 00:00:00,000\nHello\n'.repeat(2000)),
    file('wrong\u202egpj.txt', `1 ${SENTENCE}`),
    file('bell\u0007and\u001b[31mred.txt', `2 ${SENTENCE}`),
    file('line\nbreak.txt', `3 ${SENTENCE}`),
    file('zero\u200bwidth.txt', `4 ${SENTENCE}`),
    file(`${'n'.repeat(200)}.txt`, `5 ${SENTENCE}`),
    file('-rf.txt', `6 ${SENTENCE}`),
    file('.hidden', `7 ${SENTENCE}`),
    file('CON', `8 ${SENTENCE}`),
    file('quote"\'`$(id).txt', `9 ${SENTENCE}`),
  ]
}

/** The same numbers on every run (a linear congruential generator). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Damage = (bytes: Buffer, below: (n: number) => number) => Buffer
const DAMAGES: Readonly<Record<string, Damage>> = {
  cut: (bytes, below) => bytes.subarray(0, 1 + below(bytes.length)),
  beheaded: (bytes, below) => bytes.subarray(below(Math.min(bytes.length, 600))),
  bits: (bytes, below) => {
    const out = Buffer.from(bytes)
    for (let i = 0; i < 1 + bytes.length / 400; i++) out[below(out.length)]! ^= 1 << below(8)
    return out
  },
  zeros: (bytes, below) => Buffer.from(bytes).fill(0, below(bytes.length), below(bytes.length)),
  noise: (bytes, below) => {
    const out = Buffer.from(bytes)
    const at = below(out.length)
    for (let i = at; i < Math.min(out.length, at + 200); i++) out[i] = below(256)
    return out
  },
  doubled: (bytes, below) => {
    const at = below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 500)), bytes])
  },
  numbers: (bytes, below) => {
    const out = Buffer.from(bytes)
    for (let i = 0; i < 6; i++) {
      const at = below(Math.max(1, out.length - 4))
      if (at + 4 <= out.length) out.writeUInt32LE([0xffffffff, 0x7fffffff, 0, 0x80000000][below(4)]!, at)
    }
    return out
  },
}

/** Every golden case's source, damaged in each way `rounds` times; every third bears the name of another kind. */
export function damaged(cases: string, rounds: number): Hostile[] {
  const below = random(20_240_314)
  const sources = readdirSync(cases)
    .sort()
    .flatMap((name) => {
      const folder = join(cases, name)
      const source = name.includes('.')
        ? undefined
        : readdirSync(folder).find((file) => file.startsWith('source.'))
      return source ? [{ name, path: join(folder, source), extension: extname(source) }] : []
    })
  const out: Hostile[] = []
  for (let round = 0; round < rounds; round++)
    for (const [way, damage] of Object.entries(DAMAGES))
      for (const { name, path, extension } of sources) {
        const bytes = readFileSync(path)
        if (bytes.length === 0) continue
        const other = sources[below(sources.length)]!.extension
        const ending = out.length % 3 === 0 ? other : extension
        out.push({ name: `${name}-${way}-${round}${ending}`, bytes: damage(bytes, below) })
      }
  return out
}
