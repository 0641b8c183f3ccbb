import { expect, test } from 'vitest'
import { walkClauses } from '#book/book.ts'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

function anchorsByLine(text: string): string[] {
  return [...walkClauses(readOutline(textDocument(text)))].map(({ clause }) => `${clause.line} ${clause.anchor}`)
}

const head = 'ARTICLE 1 PAY\n\n1.1 It is sent.\n\nARTICLE 2 LEAVE\n\nAPPENDIX A\n\nThe rules below are there to:\n\n1. Share the late shift fairly\n2. Let all clerks ask for it\n\n'

test('the points of an appendix printed (1), (2) under its one lettered heading have the addresses that the print gives them', () => {
  expect(anchorsByLine(`${head}A. Lists\n\n- (1) There is a list at each desk.\n- (2) The list begins with the eldest.\n- (3) It is posted in May.`)).toEqual(['1 1', '3 1.1', '5 2', '7 App. A', '11 App. A(1)-2', '12 App. A(2)-2', '14 App. A(2)-2(A)', '16 App. A(1)', '17 App. A(2)', '18 App. A(3)'])
})

test('under two lettered headings the points keep the addresses of the headings', () => {
  const anchors = anchorsByLine(`${head}A. Lists\n\n- (1) There is a list.\n- (2) It is short.\n- (3) It is posted.\n\nB. Desks\n\n- (1) There are two.\n- (2) They are old.\n- (3) They stay.`)
  expect(anchors).toContain('11 App. A(1)')
  expect(anchors.filter((it) => /\(A\)\(1\)$|\(B\)\(1\)$/u.test(it))).toHaveLength(2)
})
