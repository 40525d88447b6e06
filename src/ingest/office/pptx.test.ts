import { describe, expect, test } from 'vitest'
import { shape, slides } from '../../../test/builders/office.js'
import { parsed, shown } from '../../../test/builders/source.js'
import { pptx } from './pptx.js'

const read = async (bytes: Buffer): Promise<string[]> => shown((await parsed(pptx, bytes, 'a.pptx')).content!)

describe('pptx', () => {
  test('reads slides in order, with notes and comments', async () => {
    const comments = '<p:cm authorId="0" dt="2024-03-01T10:00:00"><p:text>Really?</p:text></p:cm>'
    expect(
      await read(
        slides([
          { shapes: shape('Ferry ledger', 'ctrTitle') + shape('7', 'sldNum') },
          {
            shapes: shape('Payments', 'title') + shape('He paid.\nTwice.', 'body'),
            notes: shape('Say who says so.', 'body') + shape('2', 'sldNum'),
            comments,
          },
        ]),
      ),
    ).toEqual([
      '[slide 1] Ferry ledger',
      '[slide 2] Payments',
      '[slide 2] He paid.',
      '[slide 2] Twice.',
      '[slide 2 notes] Say who says so.',
      '[slide 2 comment Ada Brock 2024-03-01T10:00:00] Really?',
    ])
  })

  test('says which slides the show leaves out', async () => {
    expect(
      await read(
        slides([
          { shapes: shape('Old.'), unlisted: true },
          { shapes: shape('Skipped.'), hidden: true },
          { shapes: shape('Shown.') },
        ]),
      ),
    ).toEqual(['[slide 1 hidden] Skipped.', '[slide 2] Shown.', '[slide 3 hidden] Old.'])
  })

  test('sets tables out in rows and cells', async () => {
    const cell = (text: string): string =>
      `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`
    const table = `<p:graphicFrame><a:graphic><a:tbl><a:tr>${cell('Name')}${cell('Paid')}</a:tr><a:tr>${cell('Vale')}${cell('75')}</a:tr></a:tbl></a:graphic></p:graphicFrame>`
    const { content } = await parsed(pptx, slides([{ shapes: table }]), 'a.pptx')
    expect(content!.text).toBe('Name\tPaid\nVale\t75')
  })

  test('names the presentation by its first title where the file is silent', async () => {
    const { content } = await parsed(
      pptx,
      slides(
        [{ shapes: shape('Ferry ledger', 'title') + shape('He paid.') }],
        '<dc:title>PowerPoint Presentation</dc:title>',
      ),
      'a.pptx',
    )
    expect([content!.metadata.title, content!.blocks[0]!.kind]).toEqual(['Ferry ledger', 'title'])
  })
})
