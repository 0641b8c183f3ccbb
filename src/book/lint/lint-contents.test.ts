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
