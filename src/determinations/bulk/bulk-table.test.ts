import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { startBulk } from '#determinations/bulk/start-bulk.ts'
import type { BulkWishes } from '#determinations/bulk/bulk-wishes.ts'
import { decide } from '#determinations/decide.ts'
import { autumn, makePack } from '#determinations/make-pack.test-support.ts'
import { parseCsv } from '#plain/csv/parse-csv.ts'
import { problemInWords } from '#plain/problem.ts'

const pack = makePack([
  `
decision: stipend
asks: What stipend does this load earn?
facts:
  semester: {type: choice, of: [first, second]}
  pupil_load: {type: integer, min: 0, max: 400}
  approved: {type: boolean, optional: true}
values:
  stipend:
    when: semester = second
    table: |
      | pupil_load | stipend |
      | <= 174     | $0      |
      | 175..178   | $1,000  |
      | > 178      | $2,500.50 |
    otherwise: $0
  sure: approved = true
gives:
  stipend: {type: money}
  sure: {type: boolean, null without: approved}
warnings: [{when: pupil_load > 200, says: "So many, that were never meant.", clause: "6.4"}]
`,
  `
decision: filing
asks: What is the last day to file?
facts:
  knew_on: {type: date}
  hours: {type: decimal, min: 0, decimals: 2, missing means: 7.25}
values:
  due_by: {deadline: {within: 5 work days, after: knew_on}}
  asked:
    readings:
      one: {plain: true, says: from the day after, is: "days apart(knew_on, due_by)"}
      two: {says: from the day itself, is: "if knew_on = 2010-11-03 then 12 else days apart(knew_on, due_by)"}
  half: hours / 2
gives:
  due_by: {type: date}
  asked: {type: integer}
  half: {type: decimal, is: "round half up(half, 3)"}
`,
])

const read = readCaseCalendar('autumn', autumn, usualSchoolYear)
const calendar = read.ok ? read.value : null
const wishes: BulkWishes = { decisions: ['stipend', 'filing'], calendar, rowsAtOnce: 3 }

/** The answered table, the text handed over in pieces of so many bytes; or the words of refusal. */
function answered(text: string, more: Partial<BulkWishes> = {}, piece = 1_000_000): { out: string; done: ReturnType<typeof doneOf> } {
  const bytes = new TextEncoder().encode(text)
  for (let held = piece; ; held += piece) {
    const started = startBulk(pack, bytes.subarray(0, held), held >= bytes.length, { ...wishes, ...more })
    if (started === null) continue
    if (!started.ok) throw new Error(problemInWords(started.problem))
    const { table, head, rowsFrom } = started.value
    let out = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head)
    out += new TextDecoder().decode(table.feed(bytes.slice(rowsFrom, held), false))
    for (let at = held; at < bytes.length; at += piece) out += new TextDecoder().decode(table.feed(bytes.slice(at, at + piece), false))
    out += new TextDecoder().decode(table.feed(new Uint8Array(0), true))
    return { out, done: doneOf(table) }
  }
}

function doneOf(table: { done: () => { rows: number; noted: number; rowByRow: number; notes: readonly { line: number; says: string }[] }; head: { remarks: readonly string[] } }) {
  return { ...table.done(), remarks: table.head.remarks }
}

describe('what is refused before the first row', () => {
  test.each([
    ['an unknown decision', 'semester\nfirst\n', { decisions: ['stippend'] }, 'harbor has no decision named stippend. Did you mean stipend?'],
    ['a day that is none', 'semester\nfirst\n', { asOf: '2010-02-30' }, '2010-02-30 is not a day.'],
    ['an empty file', '', {}, 'The file has no first row'],
  ])('%s', (_, text, more, says) => {
    expect(() => answered(text, more)).toThrow(says)
  })

  test('two bytes a letter', () => {
    const started = startBulk(pack, new Uint8Array([0xff, 0xfe, 97, 0]), true, wishes)
    expect(started?.ok === false && started.problem.next).toBe('Save it as "CSV UTF-8".')
  })
})

test('good rows are answered and bad rows kept, each with its reason', () => {
  const { out, done } = answered(
    ['name,Semester,Pupil load,knew_on', '"Lee, Ana",second,176,2010-11-08', 'Bo,third,176,2010-11-08', 'Cy,second,-4,2010-11-08', 'Di,second,,2010-11-08', 'Ed,first,12,2010-13-01', 'Fay,second,180,2010-12-16', 'Gus,second,201,11/8/2010'].join('\n'),
    { decisions: ['stipend', 'filing'] },
  )
  expect(out.split('\n')).toEqual([
    'name,Semester,Pupil load,knew_on,stipend,sure,due_by,asked,half,note',
    // Five work days after Monday, November 8: 9, 10, 15, 16, 17; the 11th and 12th are closed.
    '"Lee, Ana",second,176,2010-11-08,1000.00,,2010-11-17,9,3.625,',
    'Bo,third,176,2010-11-08,,,2010-11-17,9,3.625,"stipend: semester must be one of first, second; it is ""third""."',
    'Cy,second,-4,2010-11-08,,,2010-11-17,9,3.625,stipend: pupil_load must be 0 or more; it is -4.',
    'Di,second,,2010-11-08,,,2010-11-17,9,3.625,stipend: needs pupil_load.',
    expect.stringMatching(/^Ed,first,12,2010-13-01,0\.00,,,,,"?filing: knew_on is 2010-13-01, and there is no such day\."?$/),
    expect.stringMatching(/^Fay,second,180,2010-12-16,2500\.50,,,,,"?filing: .*2010-2011/),
    'Gus,second,201,11/8/2010,2500.50,,2010-11-17,9,3.625,"stipend: So many, that were never meant."',
    '',
  ])
  expect(done).toMatchObject({ rows: 7, noted: 6 })
  expect(done.notes[0]).toEqual({ line: 3, says: 'stipend: semester must be one of first, second; it is "third".' })
})

test('readings that differ make the row contested, and only that row', () => {
  const { out } = answered('knew_on\n2010-11-02\n2010-11-03\n', { decisions: ['filing'] })
  expect(out.split('\n').slice(1, 3)).toEqual(['2010-11-02,2010-11-09,7,3.625,', expect.stringMatching(/^2010-11-03,2010-11-10,7,3\.625,"filing: contested: one gives .*asked 7.*; two gives .*asked 12/)])
})

test('a cell that a spreadsheet would run is made safe, in what came in and in what goes out', () => {
  const { out } = answered('name,semester,pupil_load\n=HYPERLINK("x"),second,176\n-12.5,second,176\n"+1+cmd",=first,1\n', { decisions: ['stipend'] })
  expect(out.split('\n').slice(1)).toEqual([
    `"'=HYPERLINK(""x"")",second,176,1000.00,,`,
    '-12.5,second,176,1000.00,,',
    `"'+1+cmd","'=first",1,,,"stipend: semester must be one of first, second; it is ""=first"". Did you mean first?"`,
    '',
  ])
})

test('semicolons, a byte order mark, CRLF, and a row of the wrong width', () => {
  const { out } = answered('\uFEFFsemester;pupil_load;x\r\nsecond;176;a\r\nsecond;176\r\nsecond;176;a;b\r\n', { decisions: ['stipend'] })
  expect(out).toBe('\uFEFFsemester;pupil_load;x;stipend;sure;note\nsecond;176;a;1000.00;;\nsecond;176;;1000.00;;\nsecond;176;a;1000.00;;"The row has 4 cells, the head 3; what is over is left out."\n')
})

test('a fact without a column is told before the run, and named in each row', () => {
  const { out, done } = answered('semster,pupil_load\nsecond,176\n', { decisions: ['stipend'] })
  expect(done.remarks).toEqual(['stipend: no column holds semester. Is it "semster"?'])
  expect(out).toContain('second,176,,,stipend: needs semester.')
})

test('answers whose names stand in the head already are called by their decision', () => {
  expect(answered('semester,pupil_load,stipend,note\nsecond,176,x,y\n', { decisions: ['stipend'] }).out.split('\n')[0]).toBe('semester,pupil_load,stipend,note,stipend.stipend,sure,steward_note')
})

test('a row of 4 MB without an end stops the run, and says where', () => {
  const started = startBulk(pack, new TextEncoder().encode('semester,pupil_load\nsecond,176\n"'), false, { ...wishes, decisions: ['stipend'] })
  if (started === null || !started.ok) throw new Error('not started')
  const { table, rowsFrom } = started.value
  table.feed(new TextEncoder().encode('semester,pupil_load\nsecond,176\n"').slice(rowsFrom), false)
  table.feed(new Uint8Array(4_000_001).fill(97), false)
  expect(table.done().rows).toBe(1)
  expect(table.done().stuck?.what).toBe('The row on line 3 does not end within 4 MB.')
})

const cell = {
  semester: fc.constantFrom('first', 'second', 'Second', ' first ', 'third', ''),
  pupil_load: fc.constantFrom('0', '174', '175', '178', '179', '200', '201', '400', '401', '-1', '1e3', ' 176 ', '1,000', '176.5', ''),
  approved: fc.constantFrom('true', 'no', 'Yes', 'maybe', ''),
  knew_on: fc.constantFrom('2010-11-02', '2010-11-03', '2010-11-08', '11/8/2010', '2010-12-16', '2010-02-30', 'soon', ''),
  hours: fc.constantFrom('7', '7.5', '7.25', '7.255', '0', '-1', '.5', '7.', '12345678901', ''),
}

test('every row is answered as the single question is, in pieces of any size', () => {
  const rows = fc.array(fc.record(cell), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 60 }), (people, piece) => {
      const names = Object.keys(cell) as (keyof typeof cell)[]
      const text = [names.join(','), ...people.map((one) => names.map((name) => `"${one[name]}"`).join(','))].join('\n')
      const { out } = answered(text, {}, piece)
      const [head, ...lines] = parseCsv(out).rows.map((row) => row.cells)
      const alone = people.map((one) => expectedCells(one))
      expect(head?.slice(5, 10)).toEqual(['stipend', 'sure', 'due_by', 'asked', 'half'])
      expect(lines.map((line) => line.slice(5, 10))).toEqual(alone.map((it) => it.cells))
      expect(lines.map((line) => line[10] === '')).toEqual(alone.map((it) => it.sure))
    }),
    { numRuns: Number(process.env['STEWARD_PROPERTY_RUNS'] ?? 200) },
  )
})

/** What the single question answers, from the cells as a person would read them. */
function expectedCells(one: Readonly<Record<keyof typeof cell, string>>): { cells: string[]; sure: boolean } {
  const given = (names: readonly (keyof typeof cell)[]) => Object.fromEntries(names.filter((name) => one[name].trim() !== '').map((name) => [name, meant(name, one[name].trim())]))
  const first = decide(pack, { decision: 'stipend', input: given(['semester', 'pupil_load', 'approved']), calendar })
  const second = decide(pack, { decision: 'filing', input: given(['knew_on', 'hours']), calendar })
  const money = first.value?.['stipend']
  const rest = [first.value?.['sure'], second.value?.['due_by'], second.value?.['asked'], second.value?.['half']]
  const cells = [typeof money === 'number' ? money.toFixed(2) : '', ...rest.map((it) => (it === null || it === undefined ? '' : String(it)))]
  return { cells, sure: first.status === 'determined' && first.warnings.length === 0 && second.status === 'determined' }
}

function meant(name: keyof typeof cell, text: string): unknown {
  if (name === 'approved') return { true: true, no: false, Yes: true }[text] ?? text
  if (name === 'semester') return text.toLowerCase()
  if (name === 'knew_on') return text === '11/8/2010' ? '2010-11-08' : text
  const number = text.replace(',', '')
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : text
}
