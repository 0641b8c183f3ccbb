import type { Line, LineHint } from '#text/document.ts'
import type { Reading } from '#text/reading.ts'
import { decodeText } from '#text/txt/decode-text.ts'
import { markdownHints } from '#text/txt/markdown-hints.ts'

/** Plain text and Markdown: the file's own lines, with pages counted from form feeds when there are any. */
export function readText(bytes: Uint8Array, kind: 'txt' | 'md', reading: Reading): { lines: Line[]; pages: number | null } {
  const decoded = decodeText(bytes)
  if (decoded === null) return reading.stop('text/unknown-kind', 'The file is not a document that can be read here.', 'Choose the agreement as PDF, .docx, .html, .md or .txt.')
  if (decoded.guessed) reading.note('text/encoding-guessed', 'The file does not say how its letters are written; it was read as Windows Latin (windows-1252).', 'If accents or quotation marks look wrong, save the file as UTF-8 and read it again.')
  if (decoded.text.includes('\0')) reading.note('text/empty-bytes', 'The file has empty bytes (NUL) among its letters; they were kept.', 'If letters are missing, ask for the file again.')
  if (decoded.text.trim() === '') reading.stop('text/empty', 'The file has no text in it.', 'Ask for the file again, or choose another one.')
  const texts = splitLines(decoded.text, reading)
  const hints = kind === 'md' ? markdownHints(texts) : []
  return withPages(texts, hints)
}

/** Splits at CR LF, LF or CR; a line end at the very end closes the last line and starts none. */
function splitLines(text: string, reading: Reading): string[] {
  const texts = text.split(/\r\n|\n|\r/)
  if (texts.length > 1 && texts[texts.length - 1] === '') texts.pop()
  if (texts.length > reading.limits.lines) reading.stop('text/too-many-lines', `The file has ${texts.length} lines; ${reading.limits.lines} are read at most.`, 'Split it into smaller files.')
  for (const [index, line] of texts.entries()) {
    if (line.length > reading.limits.lineCharacters) reading.stop('text/line-too-long', `Line ${index + 1} has ${line.length} characters; ${reading.limits.lineCharacters} are read at most.`, 'Ask for a copy with line ends, or the original PDF or .docx.', { line: index + 1 })
  }
  return texts
}

/** A form feed before a line's first letter puts the line on the next page; one after it turns the page for the next line. */
function withPages(texts: readonly string[], hints: readonly (LineHint | undefined)[]): { lines: Line[]; pages: number | null } {
  const paged = texts.some((text) => text.includes('\f'))
  let turned = 0
  let last = 1
  const lines = texts.map((text, index): Line => {
    const feeds = text.split('\f').length - 1
    const leading = text.slice(0, text.length - text.trimStart().length).split('\f').length - 1
    const trailing = text.slice(text.trimEnd().length).split('\f').length - 1
    const page = 1 + turned + leading
    if (text.trim() !== '') last = Math.max(last, page + feeds - leading - trailing)
    turned += feeds
    const hint = hints[index]
    return { number: index + 1, text, page: paged ? page : null, ...(hint === undefined ? {} : { hint }) }
  })
  return { lines, pages: paged ? last : null }
}
