import type { Book, LintFinding } from '#book/book.ts'
import { checkContents } from '#book/lint/check-contents.ts'
import { checkContradictions } from '#book/lint/check-contradictions.ts'
import { checkEntitlements } from '#book/lint/check-entitlements.ts'
import { checkNumbering } from '#book/lint/check-numbering.ts'
import { checkReferences } from '#book/lint/check-references.ts'
import { checkSpelledFigures } from '#book/lint/check-spelled-figures.ts'
import { checkTables } from '#book/lint/check-tables.ts'
import { checkTerms } from '#book/lint/check-terms.ts'
import { lintSetting } from '#book/lint/lint-setting.ts'

/** What is wrong with the document itself, in the order of the book. Prefers silence to noise: each kind of finding is measured against careful readers. */
export function lintBook(book: Omit<Book, 'lint'>): readonly LintFinding[] {
  const setting = lintSetting(book)
  return [checkNumbering, checkReferences, checkTerms, checkTables, checkContents, checkContradictions, checkEntitlements, checkSpelledFigures]
    .flatMap((check) => check(setting))
    .sort((a, b) => a.line - b.line)
}
