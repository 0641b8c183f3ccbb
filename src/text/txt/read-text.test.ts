import { describe, expect, test } from 'vitest'
import { wholeText, type TextDocument } from '#text/document.ts'
import { readDocument } from '#text/read-document.ts'

async function read(bytes: Uint8Array | string, name = 'agreement.txt'): Promise<TextDocument> {
  const outcome = await readDocument({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes })
  if (!outcome.ok) throw new Error(outcome.problem.what)
  return outcome.value
}

async function refusal(bytes: Uint8Array | string, name = 'agreement.txt', limits = {}): Promise<string> {
  const outcome = await readDocument({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }, { limits })
  return outcome.ok ? 'read' : outcome.problem.code
}

describe('plain text', () => {
  test('an empty file and a file of blanks are refused', async () => {
    expect(await refusal('')).toBe('text/empty')
    expect(await refusal(' \n\f\n ')).toBe('text/empty')
  })

  test('bytes that are no text are refused', async () => {
    expect(await refusal(new Uint8Array(500).map((_, at) => (at * 37) % 29))).toBe('text/unknown-kind')
  })

  test('too many lines, too long a line and too large a file are refused', async () => {
    expect(await refusal('a\nb\nc\n', 'x.txt', { lines: 2 })).toBe('text/too-many-lines')
    expect(await refusal('abcdef', 'x.txt', { lineCharacters: 5 })).toBe('text/line-too-long')
    expect(await refusal('abcdef', 'x.txt', { textBytes: 5 })).toBe('text/too-large')
  })

  test('files of other kinds are refused with what to do', async () => {
    const outcome = await readDocument({ name: 'a.rtf', bytes: new TextEncoder().encode('{\\rtf1\\ansi Hours') })
    expect(outcome.ok ? '' : outcome.problem.next).toBe('Open it in Word or LibreOffice and save it as .docx.')
    expect(await refusal(new Uint8Array([0x1f, 0x8b, 8, 0]))).toBe('text/other-kind')
    expect(await refusal('<?xml version="1.0"?><akomaNtoso/>')).toBe('text/other-kind')
  })

  test('LF, CR LF and CR end lines, and the last line end starts no new line', async () => {
    const document = await read('Article 1\r\nHours\rSix hours\n\nPay\n')
    expect(document.lines.map((line) => line.text)).toEqual(['Article 1', 'Hours', 'Six hours', '', 'Pay'])
    expect(document.lines.map((line) => line.number)).toEqual([1, 2, 3, 4, 5])
    expect(document.pages).toBeNull()
    expect(document.lines[0]?.page).toBeNull()
  })

  test('form feeds turn the page and stay in the text', async () => {
    const document = await read('one\n\ftwo\nstill two\f\nthree\n\f')
    expect(document.lines.map((line) => [line.text, line.page])).toEqual([['one', 1], ['\ftwo', 2], ['still two\f', 2], ['three', 3], ['\f', 4]])
    expect(document.pages).toBe(3)
    expect(wholeText(document)).toBe('one\n\ftwo\nstill two\f\nthree\n\f')
  })

  test('UTF-8 with and without mark, UTF-16 both ways and Windows Latin read the same', async () => {
    const words = 'Peña’s 2½ days — “sick leave” applies here'
    const wide = new Uint8Array([...words].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))
    const swapped = new Uint8Array([...words].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255]))
    const latin = new Uint8Array([...words].map((letter) => ({ '’': 0x92, '—': 0x97, '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)))
    const utf8 = new TextEncoder().encode(words)
    for (const bytes of [utf8, new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), wide, new Uint8Array([0xff, 0xfe, ...wide]), swapped, new Uint8Array([0xfe, 0xff, ...swapped]), latin]) {
      expect((await read(bytes)).lines[0]?.text).toBe(words)
    }
    expect((await read(latin)).notes.map((note) => note.code)).toEqual(['text/encoding-guessed'])
    expect((await read(utf8)).notes).toEqual([])
  })

  test('the hash is of the bytes as they came', async () => {
    expect((await read('abc')).sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('a name that says something else than the bytes is a note', async () => {
    const document = await read('Article 1', 'agreement.docx')
    expect(document.kind).toBe('txt')
    expect(document.notes.map((note) => note.code)).toEqual(['text/extension'])
  })
})

describe('Markdown', () => {
  test('headings and table rows are hints; the lines stay as they are', async () => {
    const document = await read('# Agreement\n\n## Article 1\nText\n\n| Step | Pay |\n|---|---|\n| 1 | $10 |\n\n```\n# no heading\n```\n', 'a.md')
    expect(document.kind).toBe('md')
    expect(document.lines.map((line) => line.hint?.heading)).toEqual([1, undefined, 2, ...Array.from({ length: 9 }, () => undefined)])
    expect(document.lines[5]?.hint?.cells).toEqual(['Step', 'Pay'])
    expect(document.lines[7]?.hint).toEqual({ table: 1, cells: ['1', '$10'] })
    expect(document.lines[7]?.text).toBe('| 1 | $10 |')
  })
})
