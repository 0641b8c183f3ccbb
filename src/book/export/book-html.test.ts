import * as fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { bookHtml } from './book-html.ts'
import { anyBook, makeBook, smallBook } from './invented-books.test-support.ts'

const html = bookHtml(smallBook())

test('nothing in the book becomes a tag or a script', () => {
  const evil = bookHtml(makeBook({ title: '</title><script>alert(1)</script>', parties: ['<img src=x onerror=alert(1)>'] }))
  expect(evil).not.toMatch(/<script|<img/)
  expect(html).toContain('First &lt;form&gt;.')
})

test('every clause can be linked to, and its number links to itself', () => {
  expect(html).toContain('<section class="clause" id="c-6.1">\n<h3><a class="number" href="#c-6.1">6.1</a> Meaning</h3>')
  expect(html).toContain('<div class="clause" id="c-6.2">\n<p><a class="number" href="#c-6.2">6.2</a> Each ')
})

test('references jump, statutes say their canonical form, doubts say why', () => {
  expect(html).toContain('<a href="#c-6.2">Section 6.2</a>')
  expect(html).toContain('<cite title="Cal. Ed. Code § 44955">Education Code Section 44955</cite>')
  expect(html).toContain('<span class="suspect" title="No clause has this number.">Section 6.9</span>')
  expect(html).toContain('<a class="suspect" href="#c-App.-A" title="The heading says &quot;Forms&quot;.">Appendix A</a>')
})

test('a term is marked where it gets its meaning and linked where it is used', () => {
  expect(html).toContain('<dfn>work day</dfn>')
  expect(html).toContain('<a class="term" href="#c-6.1">work day</a>')
})

test('a table has a head, and its short rows are filled', () => {
  expect(html).toContain('<tr><th scope="col">Step</th><th scope="col">Days</th></tr>\n<tr><td>1</td><td>10</td></tr>\n<tr><td>2</td><td></td></tr>')
})

test('lines in no clause are told at the end', () => {
  expect(html).toContain('<li>Line 40: Signed &lt;here&gt;</li>')
})

describe('whatever the book', () => {
  test('ids stand once, every link inside leads somewhere, headings go down one at a time, and no script, style or handler comes from it', () => {
    const sound = fc.property(anyBook, (book) => {
      expect(faults(bookHtml(book))).toEqual([])
    })
    fc.assert(sound, { numRuns: 150 })
  })
})

function faults(page: string): string[] {
  const wrong: string[] = []
  const ids = new Set<string>()
  const links: string[] = []
  let level = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (attributes['id'] !== undefined && ids.has(attributes['id'])) wrong.push(`id ${attributes['id']} twice`)
      if (attributes['id'] !== undefined) ids.add(attributes['id'])
      if (attributes['href']?.startsWith('#') === true) links.push(attributes['href'].slice(1))
      const heading = /^h([1-6])$/.exec(name)?.[1]
      if (heading !== undefined && Number(heading) > level + 1) wrong.push(`${name} after h${level}`)
      if (heading !== undefined) level = Number(heading)
      if (!known.has(name)) wrong.push(`<${name}>`)
      wrong.push(...Object.keys(attributes).filter((it) => it.startsWith('on') || it === 'style'))
    },
  })
  parser.end(page)
  return [...wrong, ...links.filter((link) => !ids.has(link)).map((link) => `#${link} leads nowhere`)]
}

const known = new Set(
  'html head meta title style body a header h1 h2 h3 h4 h5 h6 p time nav ul li main section div span dfn cite br table tbody tr th td footer details summary'.split(' '),
)
