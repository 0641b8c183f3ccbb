import { describe, expect, test } from 'vitest'
import { clauseAt, walkClauses } from '#book/book.ts'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

describe('what the file says of its lines is believed before what they look like', () => {
  test('a running head that the file marks is taken out of the middle of a sentence', () => {
    const outline = readOutline(textDocument('ARTICLE 1 PAY\n1.1 Pay is sent on\nBirch Hollow\nthe last Friday.', { 3: { furniture: true } }))
    expect(clauseAt(outline, '1.1')?.text).toBe('Pay is sent on the last Friday.')
    expect(outline.pieces.find((piece) => piece.role === 'furniture')).toMatchObject({ anchor: null })
  })

  test('a line that the file marks as contents heads no article', () => {
    const outline = readOutline(textDocument('Article 1 Pay 3\nArticle 2 Leave 4\nArticle 1 Pay\n1.1 It is sent.\nArticle 2 Leave\n2.1 It is kept.', { 1: { contents: true }, 2: { contents: true } }))
    expect(outline.articles.map(({ anchor, line }) => ({ anchor, line }))).toEqual([{ anchor: '1', line: 3 }, { anchor: '2', line: 5 }])
    expect(outline.contents).toEqual([{ number: '1', title: 'Pay', page: '3', line: 1 }, { number: '2', title: 'Leave', page: '4', line: 2 }])
  })

  test('the rows of a real table make one table under the clause it stands in', () => {
    const outline = readOutline(textDocument('ARTICLE 1 PAY\n1.1 The ladder:\nStep | Pay\n1 | $40,000\n1.2 It is sent.', { 3: { table: 1, cells: ['Step', 'Pay'] }, 4: { table: 1, cells: ['1', '$40,000'] } }))
    expect(outline.tables).toEqual([{ anchor: '1.1', line: 3, rows: [['Step', 'Pay'], ['1', '$40,000']] }])
    expect(clauseAt(outline, '1.1')?.text).toBe('The ladder:')
    expect(clauseAt(outline, '1.2')?.text).toBe('It is sent.')
  })

  test('a table that only sets running text is read as text', () => {
    const long = `1.1 ${'The teacher writes and the principal answers. '.repeat(6)}`.trim()
    const outline = readOutline(textDocument(`ARTICLE 1 PAY\n${long}\n1.2 It is sent.`, { 2: { table: 1, cells: [long] } }))
    expect(outline.tables).toEqual([])
    expect(clauseAt(outline, '1.1')?.line).toBe(2)
  })

  test('in a Word file each line is a paragraph, so that a number after "and" still starts a clause', () => {
    const plain = textDocument('ARTICLE 3 LEAVE\n3.1 Leave is paid for illness and\n3.2 Leave is unpaid for study.')
    const outline = readOutline({ ...plain, kind: 'docx' })
    expect(clauseAt(outline, '3.2')?.text).toBe('Leave is unpaid for study.')
  })

  test('headings without numbers are counted, so that their clauses have addresses', () => {
    const outline = readOutline(textDocument('Pay\n1. It is sent.\n2. It is public.\nLeave\nIt is kept.', { 1: { heading: 1 }, 4: { heading: 1 } }))
    expect(outline.articles.map(({ anchor, title }) => ({ anchor, title }))).toEqual([{ anchor: '1', title: 'Pay' }, { anchor: '2', title: 'Leave' }])
    expect(clauseAt(outline, '1.2')?.text).toBe('It is public.')
  })

  test('a list goes on over the head and foot that the file marks, though every page begins with the same headings', () => {
    const lines = ['I', 'II', 'III', 'IV', 'V'].flatMap((numeral) => [`ARTICLE ${numeral}. WORK`, 'A. Matters', '1. The first is kept.', '2. The second holds as follows:', '(a) one thing; and', '(b) another.', 'Page 1', 'Elm County Agreement', '3. The third is kept.', 'B. Leave', '1. It is paid.'])
    const hints = Object.fromEntries(lines.flatMap((text, at) => (/^Page|^Elm/u.test(text) ? [[at + 1, { furniture: true } as const]] : [])))
    const plain = textDocument(lines.join('\n'), hints)
    const outline = readOutline({ ...plain, kind: 'pdf', pages: 6, lines: plain.lines.map((line, at) => ({ ...line, page: 1 + Math.floor((at + 4) / 11) })) })
    const under = ['A', 'A.1', 'A.2', 'A.2.a', 'A.2.b', 'A.3', 'B', 'B.1']
    expect([...walkClauses(outline)].map(({ clause }) => clause.anchor)).toEqual(['I', 'II', 'III', 'IV', 'V'].flatMap((numeral) => [numeral, ...under.map((place) => `${numeral}.${place}`)]))
  })

  test('a bold title that goes on below it, in print of the same size, is read whole', () => {
    const bold = { bold: true, size: 11 } as const
    const lines = ['INDEX', 'ARTICLE 1 THE USE OF 1', 'ROOMS', 'ARTICLE 2 Care of Keys 3', 'ARTICLE 3 TERM 4', 'ARTICLE 1 THE USE OF', 'ROOMS', 'Rooms are open to all members in the evening', 'and on each Saturday.', 'ARTICLE 2 Care of', '', 'Keys', 'Keys are kept by the clerk.', 'ARTICLE 3 EARLY', 'Years', 'The parties talk.']
    const set = (left: number): object => ({ ...bold, left })
    const outline = readOutline(textDocument(lines.join('\n'), { 6: set(90), 7: set(130), 8: { left: 72, size: 11 }, 9: { left: 72, size: 11 }, 10: set(100), 12: set(120), 13: { left: 72, size: 11 }, 14: set(110), 15: set(128), 16: { left: 72, size: 11 } }))
    expect(outline.articles.map(({ title }) => title)).toEqual(['THE USE OF ROOMS', 'Care of Keys', 'EARLY Years'])
    expect(outline.articles[0]?.text).toBe('Rooms are open to all members in the evening and on each Saturday.')
  })

  test('a bold heading under a whole title, at the edge of the text or after a gap, stays out of it', () => {
    const bold = { bold: true, size: 11 } as const
    const outline = readOutline(textDocument('ARTICLE 1 Leave\nSick leave\nIt is paid.\nARTICLE 2 Pay\n\nGrades\nThere are two.', { 1: { ...bold, left: 110 }, 2: { ...bold, left: 72 }, 3: { left: 72, size: 11 }, 4: { ...bold, left: 110 }, 6: { ...bold, left: 120 }, 7: { left: 72, size: 11 } }))
    expect(outline.articles.map(({ title }) => title)).toEqual(['Leave', 'Pay'])
  })
})
