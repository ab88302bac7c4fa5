import { describe, expect, test } from 'vitest'
import { type ByteSource, detectContent } from './file-content.ts'
import { claimedType, refuseContent } from './file-types.ts'

function source(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) }
}

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part)),
  )

/** A ZIP file with empty stored entries, laid out as APPNOTE.TXT 4.3 says. */
function zip(...names: string[]): Uint8Array {
  const local = names.flatMap((name) => [
    ...bytes('PK\u0003\u0004', new Array(22).fill(0), [name.length, 0, 0, 0], name),
  ])
  const central = names.flatMap((name) => [
    ...bytes('PK\u0001\u0002', new Array(24).fill(0), [name.length, 0], new Array(16).fill(0), name),
  ])
  const count = [names.length, 0]
  const end = bytes(
    'PK\u0005\u0006',
    [0, 0, 0, 0],
    count,
    count,
    [central.length & 255, central.length >> 8, 0, 0],
    [local.length & 255, local.length >> 8, 0, 0],
    [0, 0],
  )
  return Uint8Array.from([...local, ...central, ...end])
}

describe('the content decides', () => {
  test.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
    ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['a WebP', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'webp'],
    ['a HEIC photo', bytes([0, 0, 0, 24], 'ftypheic'), 'heic'],
    ['a film', bytes([0, 0, 0, 24], 'ftypisom'), 'unknown'],
    ['a CSV', bytes('id;name\n1;Safi\n'), 'text'],
    ['text in Windows-1256', bytes([0xc7, 0xe1, 0xd5, 0xc7, 0xdd, 0xed]), 'text'],
    ['text in UTF-16', bytes([0xff, 0xfe], [0x61, 0, 0x0a, 0]), 'text'],
    ['a text with a smaller-than', bytes('<about 5 straws left'), 'text'],
    ['a page', bytes('\n <!DOCTYPE html><script>'), 'markup'],
    ['a page behind a byte order mark', bytes([0xef, 0xbb, 0xbf], '<html>'), 'markup'],
    [
      'a page in UTF-16',
      bytes(
        [0xff, 0xfe],
        [...'<script>'].flatMap((c) => [c.charCodeAt(0), 0]),
      ),
      'markup',
    ],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), 'markup'],
    ['an XML drawing', bytes('<?xml version="1.0"?><svg/>'), 'markup'],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['a text document', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a document with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'office_macro'],
    ['an archive', zip('a.exe'), 'zip'],
    ['a program', bytes('MZ', [0x90, 0]), 'unknown'],
    ['a cut-off archive', bytes('PK\u0003\u0004', [0, 0]), 'zip'],
    ['nothing', bytes(), 'empty'],
  ] as const)('%s', async (_, content, expected) => {
    expect(await detectContent(source(content))).toBe(expected)
  })
})

describe('name, declared type and content must agree', () => {
  test.each([
    ['photo.JPG', 'image/jpeg', 'image/jpeg'],
    ['photo.jpg', '', 'image/jpeg'],
    ['list.csv', 'application/vnd.ms-excel', 'text/csv'],
    ['list.csv', 'text/csv; charset=utf-8', 'text/csv'],
    ['scan.pdf', 'application/octet-stream', 'application/pdf'],
  ])('%s declared as "%s" is %s', (name, declared, expected) => {
    expect(claimedType(name, declared).type?.mediaType).toBe(expected)
  })

  test.each([
    ['page.html', 'text/html', 'attachment_type_refused'],
    ['drawing.svg', 'image/svg+xml', 'attachment_type_refused'],
    ['noending', 'application/pdf', 'attachment_type_refused'],
    ['photo.png.exe', 'image/png', 'attachment_type_refused'],
    ['photo.png', 'text/html', 'attachment_type_mismatch'],
  ])('%s declared as %s is refused', (name, declared, code) => {
    expect(claimedType(name, declared).refusal?.code).toBe(code)
  })

  test('a .png that is a page is refused and the finding named', () => {
    const { type } = claimedType('photo.png', 'image/png')
    expect(type && refuseContent(type, 'markup')).toMatchObject({
      code: 'attachment_type_mismatch',
      data: { declared: 'image/png', found: 'markup' },
    })
  })
})
