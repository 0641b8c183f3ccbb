import { describe, expect, test } from 'vitest'
import { inventOutline } from '#book/links/invent-outline.ts'
import { linkOutline } from '#book/links/link-outline.ts'

/** The printed words of every use of the terms that 1.1 defines, looked for in 2.1. */
function used(definition: string, text: string): readonly string[] {
  const { definitions } = linkOutline(inventOutline(`ARTICLE 1 Words\n1.1 | ${definition}\nARTICLE 2 Use\n2.1 | ${text}`))
  return definitions.flatMap((one) => one.uses.map((use) => text.slice(use.at.start, use.at.end)))
}

describe('a word that only looks like a defined term is no use of it', () => {
  test('where the term is part of a longer word', () => {
    expect(used('"Site" means a school.', 'A website, the campsite and a siting plan.')).toEqual([])
  })

  test('where only the first of two words stands', () => {
    expect(used('"Duty day" means a day of work.', 'A duty roster for each day; duty, daylight.')).toEqual([])
  })
})

describe('a defined term is found', () => {
  test('in the plural, with a possessive, and in capitals', () => {
    expect(used('"County" means the county of residence.', 'Two counties, the county’s seat and the COUNTY.')).toEqual(['counties', 'county', 'COUNTY'])
  })

  test('over a possessive inside it and at the very end of the text', () => {
    expect(used('"Teacher day" means a day of work.', 'A teacher’s day and teachers’ days; teacher day')).toEqual(['teacher’s day', 'teachers’ days', 'teacher day'])
  })

  test('where it is a short word', () => {
    expect(used('"PE" means physical education.', 'In PE, and for PE teachers; open the pen.')).toEqual(['PE', 'PE'])
  })
})

test('each printed end of a range is a reference', () => {
  const outline = inventOutline('ARTICLE 6 Rights\n6.1 Hours | As Sections 6.2 through 6.4 say.\n6.2 Pay | a\n6.3 Rest | b\n6.4 Leave | c')
  expect(linkOutline(outline).references.map((one) => `${one.text} -> ${one.to}`)).toEqual(['Sections 6.2 -> 6.2', '6.4 -> 6.4'])
})
