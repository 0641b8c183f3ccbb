import type { LineHint, TextDocument } from '#text/document.ts'
import { plainText } from '#book/outline/plain-text.ts'

/**
 * Lays the lines of a document out as rows of the whole text: a line is one row, or several where form feeds part it.
 * Rows follow one another without gap, so that what covers all rows covers every character.
 */

export interface Row {
  readonly index: number
  /** The line it stands on, from 1. */
  readonly line: number
  /** In the whole text; `end` leaves out the line end or form feed, `stop` takes it in. */
  readonly start: number
  readonly end: number
  readonly stop: number
  readonly text: string
  /** The same length as `text`, with look-alike letters put right, for recognizing only. */
  readonly plain: string
  readonly blank: boolean
  /** Columns of white space in front. */
  readonly indent: number
  /** Counts form feeds, or the file's own pages. */
  readonly page: number
  readonly hint: LineHint | undefined
}

export function layRows(document: TextDocument): Row[] {
  const rows: Row[] = []
  const last = document.lines.length - 1
  let offset = 0
  let feeds = 0
  document.lines.forEach((line, at) => {
    const parts = line.text.split('\f')
    parts.forEach((text, part) => {
      if (part > 0) feeds += 1
      const ended = part < parts.length - 1 || at < last
      const end = offset + text.length
      const plain = plainText(text)
      rows.push({
        index: rows.length,
        line: line.number,
        start: offset,
        end,
        stop: ended ? end + 1 : end,
        text,
        plain,
        blank: plain.trim() === '',
        indent: columnsBefore(plain),
        page: line.page ?? feeds + 1,
        hint: line.hint,
      })
      offset = ended ? end + 1 : end
    })
  })
  return rows
}

function columnsBefore(plain: string): number {
  let columns = 0
  for (const letter of plain) {
    if (letter === ' ') columns += 1
    else if (letter === '\t') columns += 8 - (columns % 8)
    else break
  }
  return columns
}
