import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseMap } from '#book/book.ts'
import { inventOutline } from '#book/links/invent-outline.ts'
import { linkOutline } from '#book/links/link-outline.ts'
import { lintBook } from '#book/lint/lint-book.ts'

const words = ['Section', 'Sections', 'Article', 'paragraph', 'of', 'this', 'and', 'through', '6.1', '6.1.1', '(b)', 'VII', 'a.', 'Appendix', 'A', 'Education Code', '44955', '20 U.S.C.', 'Title 5', '"Day"', 'means', 'a', 'ten (10)', 'work days', '$30', 'per', 'event', 'or more', '|', '=', '\\', '“', '”', '(', ')', '.', ';', '-', 'Act', 'Ω', '🙂', '\u200b']
const sentence = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' ').replaceAll('|', '/'))
const agreement = fc.tuple(sentence, sentence, sentence, sentence).map(([a, b, c, d]) => `ARTICLE 6 Rights\n6.1 Hours | ${a}\n6.1.1 | ${b}\n(b) | ${c}\nAPPENDIX A Forms | ${d}`)

test('whatever stands in the clauses, links and lint answer, spans hold the printed words, and targets exist', () => {
  fc.assert(
    fc.property(agreement, (text) => {
      const outline = inventOutline(text)
      const linked = linkOutline(outline)
      const clauses = clauseMap(outline)
      for (const one of linked.references) {
        expect(clauses.get(one.from)?.text.slice(one.at.start, one.at.end)).toBe(one.text)
        if ((one.kind === 'clause' || one.kind === 'appendix') && one.to !== null) expect(clauses.has(one.to)).toBe(true)
        if (one.suggests !== undefined) expect(clauses.has(one.suggests)).toBe(true)
      }
      for (const { uses } of linked.definitions) for (const use of uses) expect(clauses.get(use.from)?.text.slice(use.at.start, use.at.end).trim()).not.toBe('')
      for (const one of lintBook({ ...outline, ...linked })) expect(one.message).not.toMatch(/undefined|null|NaN/)
    }),
    { numRuns: 400, seed: 7 },
  )
})

test('the same text gives the same links and the same lint', () => {
  const text = 'ARTICLE 6 Rights\n6.1 Hours | See Section 6.2 and Article 9.\n6.3 | Ten (10) work days.'
  const [one, other] = [inventOutline(text), inventOutline(text)]
  expect(linkOutline(one)).toEqual(linkOutline(other))
  expect(lintBook({ ...one, ...linkOutline(one) })).toEqual(lintBook({ ...other, ...linkOutline(other) }))
})
