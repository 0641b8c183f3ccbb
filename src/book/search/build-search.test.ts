import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#text/read-document.ts'
import { readBook } from '#book/read-book.ts'
import { agreementFile, presentAgreements } from '../../../test/corpus/corpus.ts'
import { buildSearch, type Found, type SearchHit } from './build-search.ts'
import { clause, clauseAtAnchor, makeBook } from './make-book.test-support.ts'

const harbor = makeBook({
  title: 'Harbor agreement',
  articles: [
    clause('2', 'Definitions', '', clause('2.1', null, '"Work day" means a day on which teachers serve.'), clause('2.2', null, '"Grievant" means whoever files.')),
    clause(
      '6',
      'Grievance Procedure',
      'How a complaint is settled.',
      clause('6.1', 'Informal', 'The grievant first talks with the principal.'),
      clause('6.2', 'Formal', '', clause('6.2.1', null, 'A grievance is filed within 20 work days. See Section 7.1 for pay.'), clause('6.2.2', null, 'The principal answers within ten days.')),
    ),
    clause('7', 'Salaries', '', clause('7.1', 'Stipends', 'A coach is paid $1,200.'), clause('7.10', 'Mileage', 'Miles driven between schools are paid.')),
    clause('8', 'Class Size', '', clause('8.1', null, 'No class has more than 31 pupils.'), clause('8.2', null, 'Counselors have a case load of 400.')),
    clause('9', 'Leaves', '', clause('9.1', 'Illness Leave', 'Ten days a year.'), clause('9.2', null, 'A layoff does not end a leave. Evaluations wait until the teacher is back.')),
  ],
  appendices: [clauseAtAnchor('App. A', 'A', 'Salary Schedule', 'Yearly pay by step.', clauseAtAnchor('App. A(1)', '1', null, 'Steps are yearly.'))],
  definitions: [{ term: 'work day', anchor: '2.1' }],
  tables: [{ at: 'App. A', rows: [['Step', 'Column'], ['1', '52,000']] }],
  unplaced: ['Signed at the lighthouse.'],
})

const meadow = makeBook({
  title: 'Meadow contract',
  articles: [
    clause('VI', 'Transfers', '', clauseAtAnchor('VI.A', 'A', 'Postings', 'Vacancies are posted for five days.'), clauseAtAnchor('VI.B', 'B', null, 'A teacher may ask for a transfer by May 1.')),
    clause('VII', 'Grievances', '', clauseAtAnchor('VII.A', 'A', null, 'Just cause is needed for any discipline.'), clauseAtAnchor('VII.A-2', 'A', null, 'Cause that is just to one is not to another.')),
  ],
})

const search = buildSearch([
  { id: 'harbor', title: 'Harbor', book: harbor },
  { id: 'meadow', title: 'Meadow', book: meadow },
])

const anchors = (found: Found): string[] => found.hits.map(({ anchor }) => anchor)
const marked = ({ snippet }: SearchHit): string[] => snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))

describe('queries that find nothing', () => {
  test('an empty query, blanks and bare marks find nothing', () => {
    for (const query of ['', '   ', '""', '?!', '§']) expect(search.find(query)).toEqual({ total: 0, hits: [] })
  })

  test('a word that is nowhere and like no other finds nothing', () => {
    expect(search.find('xylophone')).toEqual({ total: 0, hits: [] })
  })

  test('an empty shelf answers', () => {
    expect(buildSearch([]).find('grievance')).toEqual({ total: 0, hits: [] })
  })

  test('a phrase that stands nowhere is not met by its words apart', () => {
    expect(search.find('"principal grievant"').total).toBe(0)
  })

  test('a figure is never taken for another figure', () => {
    expect(search.find('1,300').total).toBe(0)
  })
})

describe('clause numbers', () => {
  test('a number finds its clause, then what is under it, then what mentions it', () => {
    expect(anchors(search.find('6.2'))).toEqual(['6.2', '6.2.1', '6.2.2'])
    expect(anchors(search.find('7.1'))).toEqual(['7.1', '6.2.1'])
    expect(search.find('7.1').hits.map(({ field }) => field)).toEqual(['number', 'text'])
  })

  test('7.1 is not 7.10', () => {
    expect(anchors(search.find('7.1'))).not.toContain('7.10')
  })

  test.each(['art 6', 'Art. 6', 'ARTICLE 6', 'article six', 'Article VI'])('%s is Article 6 here and Article VI there', (query) => {
    const exact = search.find(query).hits.filter(({ score }) => score === 1000)
    expect(exact.map(({ bookId, anchor }) => `${bookId} ${anchor}`)).toEqual(['harbor 6', 'meadow VI'])
  })

  test.each(['section 6.2.1', 'Sec. 6.2.1', '§6.2.1', '§ 6.2.1', '6.2.1.', 'Section 6. 2. 1'])('%s finds 6.2.1', (query) => {
    expect(anchors(search.find(query))[0]).toBe('6.2.1')
  })

  test.each(['App. A', 'appendix a', 'Appendix A'])('%s finds the appendix and what is under it', (query) => {
    expect(anchors(search.find(query)).slice(0, 2)).toEqual(['App. A', 'App. A(1)'])
  })

  test('App. A(1) finds the item', () => {
    expect(anchors(search.find('App. A(1)'))[0]).toBe('App. A(1)')
  })

  test('a number printed twice finds both its stands', () => {
    expect(anchors(search.find('VII.A')).slice(0, 2)).toEqual(['VII.A', 'VII.A-2'])
  })

  test('words after an address are looked for under it', () => {
    expect(anchors(search.find('art 6 principal')).sort()).toEqual(['6.1', '6.2.2'])
  })

  test('a figure with a word after it is no address', () => {
    expect(anchors(search.find('20 days'))[0]).toBe('6.2.1')
  })
})

describe('words', () => {
  test('the clause whose heading says it comes first', () => {
    expect(anchors(search.find('class size'))[0]).toBe('8')
    expect(anchors(search.find('grievance', { books: ['harbor'] }))[0]).toBe('6')
  })

  test('other forms of a word are found, and marked as printed', () => {
    const [hit] = search.find('counselor').hits
    expect(hit?.anchor).toBe('8.2')
    expect(marked(hit!)).toEqual(['Counselors'])
    expect(marked(search.find('evaluation').hits[0]!)).toEqual(['Evaluations'])
  })

  test('the last word may be half typed', () => {
    const [hit] = search.find('counsel').hits
    expect(hit?.anchor).toBe('8.2')
    expect(marked(hit!)).toEqual(['Counselors'])
    expect(search.find('counsel ').total).toBe(search.find('counsel').total)
  })

  test.each([
    ['mileege', 'mileage', '7.10'],
    ['miles drivne', 'miles driven', '7.10'],
    ['vacnacies', 'vacancies', 'VI.A'],
    ['lighthuose', 'lighthouse', 'line 1'],
    ['discipine', 'discipline', 'VII.A'],
  ])('%s is taken for %s', (typed, meant, at) => {
    const found = search.find(typed)
    expect([found.corrected, found.hits[0]?.anchor]).toEqual([meant, at])
  })

  test('what a typing error was taken for is marked', () => {
    expect(marked(search.find('vacnacies').hits[0]!)).toEqual(['Vacancies'])
  })

  test('a word spelled as on the shelf is not corrected', () => {
    expect(search.find('miles').corrected).toBeUndefined()
  })

  test('joined and parted words find one another', () => {
    expect(anchors(search.find('caseload'))).toContain('8.2')
    expect(marked(search.find('caseload').hits[0]!)).toEqual(['case load'])
  })

  test('words of the field stand for one another', () => {
    expect(anchors(search.find('sick leave'))).toContain('9.1')
    expect(anchors(search.find('rif'))).toEqual(['9.2'])
    expect(anchors(search.find('reduction in force'))).toContain('9.2')
  })

  test('small words do not choose', () => {
    expect(anchors(search.find('what is the mileage'))).toEqual(['7.10'])
  })

  test('where no clause has all the words, those with some are shown and said to be so', () => {
    const found = search.find('mileage pupils')
    expect(found.partial).toBe(true)
    expect(anchors(found).sort()).toEqual(['7.10', '8.1'])
  })

  test('the words of a heading above count, and the hit says so', () => {
    const hit = search.find('grievance ten days').hits.find(({ anchor }) => anchor === '6.2.2')
    expect(hit?.path).toEqual(['6 Grievance Procedure', '6.2 Formal'])
    expect(search.find('salaries mileage').hits[0]?.anchor).toBe('7.10')
  })

  test('a heading with no words of its own shows what is said first under it', () => {
    const [hit] = search.find('class size').hits
    expect([hit?.anchor, hit?.field, hit?.snippetOf, hit?.snippet.text]).toEqual(['8', 'heading', '8.1', 'No class has more than 31 pupils.'])
    expect(marked(hit!)).toEqual(['class'])
    expect(search.find('7.1').hits[0]?.snippetOf).toBe('7.1')
  })

  test('tables and text outside all clauses are found', () => {
    expect(search.find('52,000').hits.map(({ anchor, field }) => [anchor, field])).toEqual([['App. A', 'table']])
    expect(search.find('lighthouse').hits.map(({ field, line }) => [field, line])).toEqual([['unplaced', 1]])
  })
})

describe('phrases', () => {
  test('a phrase in quotes is met only as it stands', () => {
    const found = search.find('"just cause"')
    expect(anchors(found)).toEqual(['VII.A'])
    expect(marked(found.hits[0]!)).toEqual(['Just cause'])
  })

  test('a phrase keeps its small words', () => {
    expect(anchors(search.find('"not to another"'))).toEqual(['VII.A-2'])
  })

  test('curly quotes and a quote that is not closed do as well', () => {
    expect(anchors(search.find('“just cause”'))).toEqual(['VII.A'])
    expect(anchors(search.find('"just cau'))).toEqual(['VII.A'])
  })

  test('a phrase and words together must all be there', () => {
    expect(anchors(search.find('"work days" grievance'))).toEqual(['6.2.1'])
  })
})

describe('defined terms', () => {
  test.each(['work day', 'Work Days', '"work day"', 'what is a work day?', 'meaning of work day'])('%s finds its definition first', (query) => {
    const [hit] = search.find(query).hits
    expect([hit?.anchor, hit?.field]).toEqual(['2.1', 'definition'])
  })

  test('the definition is counted once', () => {
    const found = search.find('work day', { limit: 100 })
    expect(new Set(anchors(found)).size).toBe(found.total)
  })
})

describe('pages and books', () => {
  test('pages follow one another without gap or double', () => {
    const whole = anchors(search.find('a teacher grievance principal days', { limit: 100 }))
    const pages = [0, 2, 4, 6, 8, 10].flatMap((from) => anchors(search.find('a teacher grievance principal days', { from, limit: 2 })))
    expect(pages).toEqual(whole.slice(0, 12))
  })

  test('a search can be kept to some books', () => {
    expect(search.find('grievance', { books: ['meadow'] }).hits.every(({ bookId }) => bookId === 'meadow')).toBe(true)
    expect(search.find('grievance', { books: [] }).total).toBe(0)
  })

  test('a book changed while reading the answer of another query changes nothing', () => {
    const first = search.find('grievance')
    search.find('salary "just cause" 6.2')
    expect(search.find('grievance')).toEqual(first)
  })
})

test('on a large shelf too the total is the number of hits, each shown once', () => {
  const many = Array.from({ length: 600 }, (_, at) => clause(`3.${at + 1}`, null, `Item 3 of the work day, copy ${at}.`))
  const large = buildSearch([{ id: 'large', title: '', book: makeBook({ articles: [clause('3', 'Items', '', ...many), clause('4', 'Others', '', clause('4.1', null, 'As in 3.'))], definitions: [{ term: 'work day', anchor: '3.7' }] }) }])
  for (const [query, total] of [['3', 602], ['work day', 600]] as const) {
    const found = [0, 200, 400, 600].flatMap((from) => anchors(large.find(query, { from, limit: 200 })))
    expect([query, found.length, new Set(found).size, large.find(query).total]).toEqual([query, total, total, total])
  }
})

test('any text may be asked: answers are whole, pages fit, and every mark stands on words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 40 }), fc.array(fc.constantFrom('grievance', 'teh', '"', 'art', '6.2', '(', 'days', 'App.', 'A', 'princpal', '§', '7')).map((words) => words.join(' '))), (query) => {
      const found = search.find(query, { limit: 50 })
      expect(found.hits.length).toBe(Math.min(50, found.total))
      for (const { snippet, titleMarks, title } of found.hits) {
        expect(snippet.marks.every(({ start, end }) => /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(snippet.text.slice(start, end)))).toBe(true)
        expect(titleMarks.every(({ start, end }) => start < end && end <= (title ?? '').length)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('in the lent agreements each clause is found by its own address, and snippets are cut from its text', async () => {
  const books = []
  for (const name of presentAgreements().slice(0, 3)) {
    const document = await readDocument(agreementFile(name))
    if (document.ok) books.push({ id: name, title: name, book: readBook(document.value) })
  }
  const shelf = buildSearch(books)
  for (const { id, book } of books) {
    for (const article of book.articles) {
      expect(anchors(shelf.find(`article ${article.number}`, { books: [id], limit: 3 })), `${id} ${article.number}`).toContain(article.anchor)
      const [child] = article.clauses
      if (child !== undefined && /^\d+\.\d+$/.test(child.anchor)) expect(anchors(shelf.find(child.anchor, { books: [id], limit: 5 })), `${id} ${child.anchor}`).toContain(child.anchor)
    }
  }
})
