import { describe, expect, test } from 'vitest'
import type { TextDocument } from '#text/document.ts'
import { makePdf, type PdfOptions, type PdfPage, type PdfText } from '#text/fixtures/make-pdf.ts'
import { readDocument } from '#text/read-document.ts'

async function read(pages: readonly PdfPage[], options: PdfOptions = {}): Promise<TextDocument> {
  const outcome = await readDocument({ name: 'agreement.pdf', bytes: makePdf(pages, options) })
  if (!outcome.ok) throw new Error(`${outcome.problem.code} ${outcome.problem.what}`)
  return outcome.value
}

async function refusal(bytes: Uint8Array, limits = {}): Promise<string> {
  const outcome = await readDocument({ name: 'agreement.pdf', bytes }, { limits })
  return outcome.ok ? 'read' : outcome.problem.code
}

/** Lines of words one under another. */
function column(lines: readonly string[], x: number, from: number, step = 14): PdfText[] {
  return lines.map((text, at) => ({ text, x, y: from + at * step }))
}

const WORDS = ['The district and the association agree that', 'each teacher has a duty-free lunch period of', 'no less than thirty minutes on each school', 'day, which begins within one hour of the', 'time at which the pupils take their own', 'meal, unless the teacher asks otherwise in', 'writing at the beginning of the semester.']
const OTHERS = ['Where a school opens late because of snow', 'the preparation period is the first thing to', 'be shortened, and the lunch period the last', 'one; the principal tells the teachers by six', 'in the morning what the day will look like', 'and pays for any period that was lost at the', 'hourly rate that stands in the schedule here.']

describe('PDFs that are refused', () => {
  test('one with a password, one that is broken and one that is cut short before any page', async () => {
    const page = { texts: column(WORDS, 72, 72) }
    expect(await refusal(makePdf([page], { locked: true }))).toBe('text/encrypted')
    expect(await refusal(new TextEncoder().encode('%PDF-1.7\nnothing of the kind'))).toBe('text/broken')
    expect(await refusal(makePdf([page]).subarray(0, 60))).toBe('text/broken')
  })

  test('one without any text or picture', async () => {
    expect(await refusal(makePdf([{ texts: [] }]))).toBe('text/empty')
  })

  test('one with too many pages (a false count is not believed), a page too large, a page too full', async () => {
    const page = { texts: column(WORDS, 72, 72) }
    expect(await refusal(makePdf([page, page, page]), { pages: 2 })).toBe('text/too-many-pages')
    expect(await refusal(makePdf([page], { claimedPages: 2_000_000 }))).toBe('read')
    expect(await refusal(makePdf([{ ...page, width: 20_000 }]))).toBe('text/page-too-large')
    expect(await refusal(makePdf([page]), { pageItems: 3 })).toBe('text/page-too-full')
  })
})

describe('words of a PDF page', () => {
  test('bytes as the disk gives them, in a Buffer, are read like any others', async () => {
    const outcome = await readDocument({ name: 'agreement.pdf', bytes: Buffer.from(makePdf([{ texts: column(WORDS, 72, 72) }])) })
    expect(outcome.ok && outcome.value.lines.map((line) => line.text)).toEqual(WORDS)
  })

  test('lines in order with page, place, size and weight', async () => {
    const document = await read([{ texts: [{ text: 'ARTICLE 1', x: 72, y: 72, size: 16, bold: true }, { text: 'Each teacher has one', x: 90, y: 100 }, { text: 'preparation period.', x: 200, y: 100 }] }, { texts: column(WORDS, 72, 72) }])
    expect(document.kind).toBe('pdf')
    expect(document.pages).toBe(2)
    expect(document.lines[0]).toEqual({ number: 1, text: 'ARTICLE 1', page: 1, hint: { left: 72, size: 16, bold: true } })
    expect(document.lines[1]).toEqual({ number: 2, text: 'Each teacher has one preparation period.', page: 1, hint: { left: 90, size: 11 } })
    expect(document.lines.slice(2).map((line) => line.text)).toEqual(WORDS)
    expect(document.lines[2]?.page).toBe(2)
  })

  test('in a file set in columns a page of short lines keeps to the columns too, and a file in one column does not gain any', async () => {
    const prose = { texts: [...column(WORDS, 72, 100), ...column(OTHERS, 330, 100)] }
    const names = ['ARTICLE 1 LUNCH 3', 'ARTICLE 2 LEAVE 5', 'ARTICLE 3 PAY 9', 'ARTICLE 4 SAFETY 12', 'ARTICLE 5 KEYS 14', 'ARTICLE 6 SNOW 15']
    const more = ['ARTICLE 7 BOOKS 16', 'ARTICLE 8 TRIPS 18', 'ARTICLE 9 CLUBS 20', 'ARTICLE 10 MUSIC 22', 'ARTICLE 11 SPORT 23', 'ARTICLE 12 TERM 25']
    const contents = { texts: [...column(names, 72, 100), ...column(more, 330, 100)] }
    const columned = await read([contents, prose, prose])
    expect(columned.lines.filter((line) => line.page === 1).map((line) => line.text)).toEqual([...names, ...more])
    const plain = await read([contents, { texts: column(WORDS, 72, 100) }, { texts: column(OTHERS, 72, 100) }])
    expect(plain.lines[0]?.text).toBe('ARTICLE 1 LUNCH 3 | ARTICLE 7 BOOKS 16')
  })

  test('two columns are read one after the other, a heading across both before them', async () => {
    const heading = { text: 'ARTICLE 4. LUNCH AND PREPARATION PERIODS OF ALL TEACHERS IN THE DISTRICT', x: 72, y: 72 }
    const document = await read([{ texts: [heading, ...column(WORDS, 72, 100), ...column(OTHERS, 330, 100)] }])
    expect(document.lines.map((line) => line.text)).toEqual([heading.text, ...WORDS, ...OTHERS])
  })

  test('a table is rows of cells, not columns of prose', async () => {
    const rows = [['Step', 'Class A', 'Class B'], ['1', '45,100', '46,900'], ['2', '46,300', '48,100'], ['3', '47,500', '']]
    const texts = rows.flatMap((row, at) => row.flatMap((text, column) => (text === '' ? [] : [{ text, x: 72 + column * 110, y: 100 + at * 15 }])))
    const document = await read([{ texts: [{ text: 'Pay by step and class', x: 72, y: 70 }, ...texts] }])
    expect(document.lines.map((line) => line.hint?.cells)).toEqual([undefined, ...rows])
    expect(document.lines[2]?.text).toBe('1 | 45,100 | 46,900')
    expect(document.lines[2]?.hint?.table).toBe(1)
  })

  test('a number set apart from its clause is no table', async () => {
    const texts = WORDS.slice(0, 4).flatMap((text, at) => [{ text: `4.${at + 1}`, x: 72, y: 100 + at * 15 }, { text, x: 120, y: 100 + at * 15 }])
    const document = await read([{ texts }])
    expect(document.lines[0]?.text).toBe(`4.1 ${WORDS[0]}`)
    expect(document.lines[0]?.hint?.cells).toBeUndefined()
  })

  test('a raised figure is a note mark on its own line of words', async () => {
    const document = await read([{ texts: [{ text: 'a duty day', x: 72, y: 100, size: 12 }, { text: '2', x: 128, y: 96, size: 7 }, ...column(WORDS, 72, 130)] }])
    expect(document.lines[0]?.text).toBe('a duty day²')
  })

  test('a page on its side is read upright, and stamps across it come last', async () => {
    const turned = WORDS.map((text, at) => ({ text, x: 100 + at * 14, y: 700, turn: 90 }))
    const document = await read([{ texts: [...turned, { text: 'DRAFT', x: 200, y: 400, size: 60, turn: 45 }] }])
    expect(document.lines.map((line) => line.text)).toEqual([...WORDS, 'DRAFT'])
    const byRotate = await read([{ texts: turned, rotate: 90 }])
    expect(byRotate.lines.map((line) => line.text)).toEqual(WORDS)
  })

  test('packed pages read the same', async () => {
    expect((await read([{ texts: column(WORDS, 72, 72) }], { packed: true })).lines.map((line) => line.text)).toEqual(WORDS)
  })
})

describe('running heads and page numbers', () => {
  test('what stands at the same height of page after page is furniture; what moves is text', async () => {
    const pages = [1, 2, 3, 4].map((number) => ({
      texts: [{ text: 'Agreement 2024-2027', x: 72, y: 30 }, { text: `Page ${number + 2}`, x: 500, y: 770 }, { text: `ARTICLE ${number}`, x: 72, y: 60 + number * 30 }, ...column(WORDS, 72, 300)],
    }))
    const document = await read(pages)
    const furniture = document.lines.filter((line) => line.hint?.furniture === true).map((line) => line.text)
    expect(furniture).toEqual(['Agreement 2024-2027', 'Page 3', 'Agreement 2024-2027', 'Page 4', 'Agreement 2024-2027', 'Page 5', 'Agreement 2024-2027', 'Page 6'])
    expect(document.lines.filter((line) => line.text.startsWith('ARTICLE')).length).toBe(4)
  })

  test('an appendix with its title on each page keeps the first one as its title', async () => {
    const document = await read([0, 1, 2].map((at) => ({ texts: [{ text: 'APPENDIX B - CALENDARS', x: 72, y: 30 }, { text: `Words of page ${at * at + 7}`, x: 72, y: 400 }] })))
    expect(document.lines.filter((line) => line.text.startsWith('APPENDIX')).map((line) => line.hint?.furniture)).toEqual([undefined, true, true])
  })

  test('an article that opens each page is no page number', async () => {
    const document = await read([1, 2, 3, 4].map((number) => ({ texts: [{ text: `ARTICLE ${number}`, x: 72, y: 40 }, ...column(number % 2 === 0 ? WORDS : OTHERS, 72, 80)] })))
    expect(document.lines.some((line) => line.hint?.furniture === true)).toBe(false)
  })

  test('what the file itself marks as trimming is furniture', async () => {
    const document = await read([{ texts: [{ text: 'Our Local', x: 72, y: 30, artifact: true }, ...column(WORDS, 72, 80)] }])
    expect(document.lines.map((line) => line.hint?.furniture)).toEqual([true, ...WORDS.map(() => undefined)])
  })

  test('numbers beside the lines of a draft are furniture', async () => {
    const lines = [...WORDS, ...OTHERS]
    const numbers = lines.map((_, at) => ({ text: String(at + 1), x: 40, y: 80 + at * 20 }))
    const document = await read([{ texts: [...numbers, ...column(lines, 90, 80, 20)] }])
    expect(document.lines.filter((line) => line.hint?.furniture !== true).map((line) => line.text)).toEqual(lines)
    expect(document.lines.at(-1)?.text).toBe('1 2 3 4 5 6 7 8 9 10 11 12 13 14')
  })
})

describe('a stop in the middle', () => {
  test('ends the reading at the next page', async () => {
    const stop = new AbortController()
    const bytes = makePdf(Array.from({ length: 12 }, () => ({ texts: column(WORDS, 72, 72) })))
    const outcome = await readDocument({ name: 'a.pdf', bytes }, { signal: stop.signal, onProgress: (progress) => (progress.done === 5 ? stop.abort() : undefined) })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/stopped')
  })
})
