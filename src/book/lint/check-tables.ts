import type { LintFinding } from '#book/book.ts'
import type { LintSetting } from '#book/lint/lint-setting.ts'

/** Not yet. */
export function checkTables(_setting: LintSetting): readonly LintFinding[] {
  return []
}
