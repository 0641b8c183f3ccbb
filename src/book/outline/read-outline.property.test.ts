import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { array, assert, boolean, constantFrom, double, nat, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { walkClauses, type Outline } from '#book/book.ts'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

/** Nothing is refused and nothing is lost, whatever the text. */

const folder = new URL('fixtures/', import.meta.url)
const corpus = new URL('../../../../shared/corpus/agreements/', import.meta.url)
const agreements = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.includes('.expected.')).map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** The first character that no piece, or two pieces, account for; null where the pieces cover the text exactly once. */
function firstFault(outline: Outline): number | null {
  let at = 0
  for (const piece of outline.pieces) {
    if (piece.start !== at || piece.end <= piece.start) return at
    at = piece.end
  }
  return at === outline.text.length ? null : at
}

function expectSound(text: string): void {
  const outline = readOutline(textDocument(text))
  expect(outline.text).toBe(text)
  expect(firstFault(outline)).toBeNull()
  const anchors = [...walkClauses(outline)].map(({ clause }) => clause.anchor)
  expect(new Set(anchors).size).toBe(anchors.length)
  expect(anchors.every((it) => it !== '')).toBe(true)
  const known = new Set<string>(anchors)
  for (const piece of outline.pieces) if (piece.anchor !== null) expect(known.has(piece.anchor)).toBe(true)
}

const scraps = constantFrom('ARTICLE 1', 'ARTICLE II: PAY', 'Article Nine', '1.1 Text. More', '1. 2 Text', '(a) text', 'A. Text', 'i. text', '1.0 Title', 'Section 2. Title', '\f', '\u200b', '\t', '   ', '12', 'Page 3', '| a | b |', '$1,200  $1,300  $1,400', '<table><tr><td>1</td></tr>', '## 2.1 Head', '- 2.1.1 x', 'APPENDIX A', 'SIGNATURES', 'TABLE OF CONTENTS', 'Article 2 ..... 7', 'see Section', '', 'July 1, 2030 through June 30, 2033', '8-1.2 Text', 'ends with a hy-', 'phen.')

describe('every character stands in exactly one piece, and every anchor names one clause', () => {
  test('of any text at all', () => {
    assert(property(string({ maxLength: 400, unit: 'binary' }), expectSound), { numRuns: 40 })
  })

  test('of any heap of headings, numbers and tables', () => {
    assert(property(array(scraps, { maxLength: 60 }), constantFrom('\n', '\n\n', ' '), (parts, glue) => expectSound(parts.join(glue))), { numRuns: 300 })
  })

  test('of agreements with pieces cut out, doubled and moved', () => {
    const cut = record({ which: nat(agreements.length - 1), from: double({ min: 0, max: 1, noNaN: true }), length: nat(400), to: double({ min: 0, max: 1, noNaN: true }), keep: boolean(), flat: boolean() })
    assert(
      property(cut, ({ which, from, length, to, keep, flat }) => {
        const text = agreements[which] ?? ''
        const start = Math.floor(from * text.length)
        const piece = text.slice(start, start + length)
        const rest = keep ? text : text.slice(0, start) + text.slice(start + length)
        const place = Math.floor(to * rest.length)
        const mixed = rest.slice(0, place) + piece + rest.slice(place)
        expectSound(flat ? mixed.replaceAll('\n', ' ') : mixed)
      }),
      { numRuns: 300 },
    )
  })

  test('of an empty text', () => {
    expectSound('')
    expectSound('\n\n\f\n')
  })

  test.runIf(existsSync(corpus))('of every agreement of the corpus', () => {
    for (const name of existsSync(corpus) ? readdirSync(corpus).filter((it) => it.endsWith('.txt')) : []) expectSound(readFileSync(new URL(name, corpus), 'utf8'))
  })
})
