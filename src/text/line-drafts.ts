import type { Line, LineHint, TrackedChange } from '#text/document.ts'
import type { Reading } from '#text/reading.ts'

/** Lines in the making, for files made of paragraphs, list items and tables (HTML and Word). */
export interface LineDraft {
  /** Without its label. */
  text: string
  label: string | null
  heading: number | null
  bold: boolean
  contents: boolean
  furniture: boolean
  cells: readonly string[] | null
  table: number | null
  left: number | null
  size: number | null
  /** What stands between label and text. */
  gap: string
  /** What was changed in it; carried to a neighbour when nothing of the line is left. */
  changes: Omit<TrackedChange, 'line'>[]
}

export function lineDraft(text: string, more: Partial<LineDraft> = {}): LineDraft {
  return { text, label: null, heading: null, bold: false, contents: false, furniture: false, cells: null, table: null, left: null, size: null, gap: ' ', changes: [], ...more }
}

/** Adds a change to a line; what follows at once in the same hand is one change. */
export function addChange(draft: LineDraft, change: Omit<TrackedChange, 'line'>): void {
  const last = draft.changes.at(-1)
  if (last !== undefined && last.kind === change.kind && last.author === change.author && last.date === change.date) {
    draft.changes[draft.changes.length - 1] = { ...last, text: last.text + change.text }
  } else draft.changes.push(change)
}

/** The draft's text as shown: its automatic number, a blank, its words. */
export function shownText(draft: LineDraft): string {
  if (draft.label === null || draft.label === '') return draft.text
  return draft.text === '' ? draft.label : `${draft.label}${draft.gap}${draft.text}`
}

/** A cell's lines, or null where a merged neighbour covers it. */
export type CellDrafts = readonly LineDraft[] | null

/** Rows of cells as lines, one a row. A table of one column is a frame round ordinary text, so its lines stand by themselves. */
export function tableDrafts(rows: readonly (readonly CellDrafts[])[], table: number): LineDraft[] {
  if (rows.every((row) => row.length <= 1)) return rows.flatMap((row) => row.flatMap((cell) => cell ?? []))
  return rows.map((row) => {
    const inside = row.flatMap((cell) => cell ?? [])
    const cells = row.map((cell) => (cell ?? []).map(shownText).filter((text) => text !== '').join(' '))
    const changes = inside.flatMap((draft) => draft.changes)
    if (cells.every((cell) => cell === '')) return lineDraft('', { changes })
    return lineDraft(cells.join(' | '), { cells, table, changes, furniture: inside.every((draft) => draft.furniture), bold: inside.every((draft) => draft.bold) })
  })
}

/** Numbers the drafts, leaves out the empty ones, and keeps the limits. */
export function finishLines(drafts: readonly LineDraft[], reading: Reading): { lines: Line[]; changes: TrackedChange[] } {
  const kept = drafts.filter((draft) => shownText(draft) !== '')
  if (kept.length > reading.limits.lines) reading.stop('text/too-many-lines', `The file has ${kept.length} lines; ${reading.limits.lines} are read at most.`, 'Split it into smaller files.')
  const lines: Line[] = []
  const changes: TrackedChange[] = []
  for (const draft of drafts) {
    const text = shownText(draft)
    if (text !== '') lines.push(finishLine(text, lines.length + 1, draft, reading))
    for (const change of draft.changes) if (change.text !== '') changes.push({ ...change, line: Math.max(1, lines.length) })
  }
  return { lines, changes }
}

function finishLine(text: string, number: number, draft: LineDraft, reading: Reading): Line {
  if (text.length > reading.limits.lineCharacters) reading.stop('text/line-too-long', `Line ${number} has ${text.length} characters; ${reading.limits.lineCharacters} are read at most.`, 'Ask for the original file.', { line: number })
  const hint = hintOf(draft)
  return { number, text, page: null, ...(Object.keys(hint).length === 0 ? {} : { hint }) }
}

function hintOf(draft: LineDraft): LineHint {
  return {
    ...(draft.heading === null ? {} : { heading: draft.heading }),
    ...(draft.label === null || draft.label === '' ? {} : { label: draft.label }),
    ...(draft.cells === null ? {} : { cells: draft.cells }),
    ...(draft.table === null ? {} : { table: draft.table }),
    ...(draft.furniture ? { furniture: true as const } : {}),
    ...(draft.contents ? { contents: true as const } : {}),
    ...(draft.left === null ? {} : { left: draft.left }),
    ...(draft.size === null ? {} : { size: draft.size }),
    ...(draft.bold ? { bold: true as const } : {}),
  }
}
