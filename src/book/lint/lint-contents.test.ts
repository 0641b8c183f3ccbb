import { expect, test } from 'vitest'
import type { ContentsEntry } from '#book/book.ts'
import { inventOutline } from '#book/links/invent-outline.ts'
import { linkOutline } from '#book/links/link-outline.ts'
import { lintBook } from '#book/lint/lint-book.ts'

// The contents of three articles with their sections; an entry that was not read stands in the lines all the same.
const printed = ['1  Rights', 'Posting of Notices', 'Use of Rooms', 'Access to Sites', 'Released Days', 'Lists of Members', '2  Hours', '3  Pay']
const body = `
ARTICLE 1 Rights
1.1 Posting of Notices | a
1.2 Use of Rooms | b
1.3 Access to Sites | c
1.4 Mail Boxes | d
1.5 Released Days | e
1.6 Lists of Members | f
ARTICLE 2 Hours
ARTICLE 3 Pay`

function said(unread: string): readonly string[] {
  const contents = printed.flatMap((line, index): ContentsEntry[] => {
    const article = /^(\d)\s+(.*)$/.exec(line)
    return line === unread ? [] : [{ number: article?.[1] ?? null, title: article?.[2] ?? line, page: '1', line: index + 1 }]
  })
  const outline = inventOutline(`${printed.join('\n')}\n\n\n\n\n\n\n\n\n${body}`, { contents })
  return lintBook({ ...outline, ...linkOutline(outline) }).map((one) => `${one.anchor}: ${one.message}`)
}

const mailBoxes = '1.4: 1.4, "Mail Boxes", is not in the printed contents, which list the other sections of article 1.'

test('a section that the contents print, though no entry was read of it, is not passed over', () => {
  expect(said('Use of Rooms')).toEqual([mailBoxes])
})

test('a section that the contents pass over is said', () => {
  expect(said('')).toEqual([mailBoxes])
})

test('a title that the contents print around its number, on two lines, is not passed over', () => {
  const lines = ['1  Rights', '2  Hours', '   Late and Early Classes,', '3                                7', '   Camps', '4  Pay', '5  Leaves', '6  Term']
  const contents = [1, 2, 6, 7, 8].map((line): ContentsEntry => ({ number: lines[line - 1]?.slice(0, 1) ?? null, title: lines[line - 1]?.slice(3) ?? '', page: '1', line }))
  const outline = inventOutline(`${lines.join('\n')}${'\n'.repeat(10)}ARTICLE 1 Rights\nARTICLE 2 Hours\nARTICLE 3 Late and Early Classes, Camps\nARTICLE 4 Pay\nARTICLE 5 Leaves\nARTICLE 6 Term`, { contents })
  expect(lintBook({ ...outline, ...linkOutline(outline) })).toEqual([])
})

test('a section that the contents name with another form of a word is not passed over', () => {
  expect(saidOf('Education Training', 'Educational Training')).toEqual([])
})

test('a section that the contents list under another title is called so', () => {
  expect(saidOf('Mail Boxes', '1.4   Letter Drop ......... Error! Bookmark not defined.')).toEqual(['1.4: The contents call 1.4 "Letter Drop"; its own title is "Mail Boxes".'])
})

function saidOf(heading: string, listed: string): readonly string[] {
  const lines = printed.toSpliced(4, 0, listed)
  const contents = lines.flatMap((line, index): ContentsEntry[] => {
    const article = /^(\d) {2}(.*)$/.exec(line)
    return line.includes('Error!') ? [] : [{ number: article?.[1] ?? null, title: article?.[2] ?? line, page: '1', line: index + 1 }]
  })
  const outline = inventOutline(`${lines.join('\n')}\n\n\n\n\n\n\n\n\n${body.replace('Mail Boxes', heading)}`, { contents })
  return lintBook({ ...outline, ...linkOutline(outline) }).map((one) => `${one.anchor}: ${one.message}`)
}
