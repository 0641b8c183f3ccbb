import type { Problem } from '#plain/problem.ts'

/**
 * A file as lines with their page and place: all that the book needs to know of it, whatever the file was.
 * This module holds the shapes only; `read-document.ts` is the door.
 */

export type FileKind = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'scan'

/** One line. For .txt and .md exactly the file's own line; for the other kinds one paragraph, list item, heading, table row or printed line. */
export interface Line {
  /** Counts from 1 in the text that was read. */
  readonly number: number
  /** As read, without its line end. Word's automatic number stands in front, as Word shows it. A table row's cells are joined by ` | `. */
  readonly text: string
  /** The page it stands on, from 1; null where the file has no pages. */
  readonly page: number | null
  /** What the file itself says of the line (position, style); absent where it says nothing. */
  readonly hint?: LineHint
}

export interface LineHint {
  /** Heading level 1 to 6, from Word's or HTML's own headings. */
  readonly heading?: number
  /** The automatic number that Word or a list put in front, as it stands at the head of `text`. */
  readonly label?: string
  /** The cells where the line is a row of a real table. Rows of one table have the same `table`. */
  readonly cells?: readonly string[]
  readonly table?: number
  /** A running head, foot, page or line number, by its position on the page. */
  readonly furniture?: true
  /** A line of a table of contents, by its style. */
  readonly contents?: true
  /** Left edge and size in points, where the file has positions. */
  readonly left?: number
  readonly size?: number
  readonly bold?: true
}

/** A tracked change found in the file. `text` of the lines holds the text with insertions taken and deletions left out; nothing of either is lost here. */
export interface TrackedChange {
  readonly kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to'
  readonly line: number
  readonly text: string
  readonly author: string | null
  /** As the file has it, ISO 8601, or null. */
  readonly date: string | null
}

export interface TextDocument {
  readonly name: string
  readonly kind: FileKind
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string
  readonly lines: readonly Line[]
  readonly pages: number | null
  readonly changes: readonly TrackedChange[]
  /** What was odd but did not stop the reading. */
  readonly notes: readonly Problem[]
}

/** The whole text, lines joined by one line feed: the text that spans in a book count in. */
export function wholeText(document: TextDocument): string {
  return document.lines.map((line) => line.text).join('\n')
}
