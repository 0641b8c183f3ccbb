import { expect, test } from 'vitest'
import { walkClauses } from '#book/book.ts'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

function anchorsOf(text: string): string[] {
  return [...walkClauses(readOutline(textDocument(text)))].map(({ clause }) => clause.anchor)
}

test('amounts that a table read by columns leaves alone on their lines number no clause', () => {
  expect(anchorsOf('ARTICLE 1 PAY\n1.1 It is sent.\n1.2 It is public.\nAPPENDIX F\nMONTHLY PAY\nGrades are three.\n\n440.04\n\n441.10\n\n442.15\nLater\n71.25\n72.10\n73.30\nIn autumn\n615.00\nThe clerk keeps it.')).toEqual(['1', '1.1', '1.2', 'App. F'])
})

test('numbers alone on their lines, that count on or have their words below, number clauses', () => {
  expect(anchorsOf('ARTICLE 1 PAY\n1.10\nIt is sent.\n1.11\nIt is public.\n1.12\n1.13\nIt is kept.')).toEqual(['1', '1.10', '1.11', '1.12', '1.13'])
})
