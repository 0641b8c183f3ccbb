import { expect, test } from 'vitest'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

const agreement = `1.   Purpose of the Agreement
1.1  The parties mean to keep good schools.
1.2  They meet each spring.

2.   Evening School, Weekend School, Summer School
     Programs, Classes at Other Places, et al.
2.1  A teacher is asked before a class is set.
2.2  A class at another place pays its travel.

3.   Travel
3.1  The office keeps the list of places.
     It is posted in the hall.
3.2  A ride is paid by the mile.
`

test('a title that goes over to a second row may end with a shortened word (et al.)', () => {
  const outline = readOutline(textDocument(agreement))
  expect(outline.articles.map((article) => article.title)).toEqual(['Purpose of the Agreement', 'Evening School, Weekend School, Summer School Programs, Classes at Other Places, et al.', 'Travel'])
})
