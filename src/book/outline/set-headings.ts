import type { Draft } from '#book/outline/draft.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { runInHeading } from '#book/outline/run-in-heading.ts'
import { splitHeading, wholeHeading } from '#book/outline/split-heading.ts'

/** Gives each clause its heading, where the row of its number begins with one. */
export function setHeadings(drafts: readonly Draft[], rows: readonly Row[]): void {
  drafts.forEach((draft, at) => {
    if (draft.kind !== 'clause' || draft.heading !== null) return
    const nextStart = drafts[at + 1]?.start ?? Number.POSITIVE_INFINITY
    const from = draft.end - draft.row.start
    const until = Math.min(draft.row.end, nextStart) - draft.row.start
    const next = rows[draft.row.index + 1]
    const alone = next === undefined || next.blank || nextStart < next.stop || /^\s*["“]?[A-Z]/u.test(next.plain)
    const words = draft.row.text.slice(from, until)
    const whole = headsOthers(draft, drafts[at + 1], rows) ? wholeHeading(words) : null
    const span = whole ?? splitHeading(words, alone) ?? runInHeading(words)
    draft.heading = span === null ? null : { start: draft.end + span.start, end: draft.end + span.end }
  })
}

/** Nothing but its own clauses stands below its row. */
function headsOthers(draft: Draft, next: Draft | undefined, rows: readonly Row[]): boolean {
  if (next === undefined || draft.children[0] !== next || next.row === draft.row) return false
  return rows.slice(draft.row.index + 1, next.row.index).every((row) => row.blank)
}
