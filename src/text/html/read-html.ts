import { Parser } from 'htmlparser2'
import type { Line, TrackedChange } from '#text/document.ts'
import { finishLines } from '#text/line-drafts.ts'
import { HtmlLines } from '#text/html/html-lines.ts'
import type { Reading } from '#text/reading.ts'
import { decodeText } from '#text/txt/decode-text.ts'

/** A web page: its paragraphs, headings, list items with their numbers and table rows, as a browser would show them. */
export function readHtml(bytes: Uint8Array, reading: Reading): { lines: Line[]; changes: TrackedChange[]; pages: null } {
  const decoded = decodeText(bytes, { declared: declaredCharset(bytes) })
  if (decoded === null) return reading.stop('text/broken', 'The page holds something else than text.', 'Open it in a browser and save it again as a web page, or print it to PDF.')
  const page = new HtmlLines(reading)
  const parser = new Parser({ onopentag: (name, attributes) => page.open(name, attributes), ontext: (text) => page.text(text), onclosetag: (name) => page.close(name) }, { lowerCaseTags: true, lowerCaseAttributeNames: true })
  for (let at = 0; at < decoded.text.length; at += PIECE) {
    reading.check()
    reading.progress('Reading', at, decoded.text.length)
    parser.write(decoded.text.slice(at, at + PIECE))
  }
  parser.end()
  const { drafts, left } = page.finish()
  noteLeftOut(left, reading)
  const finished = finishLines(drafts, reading)
  if (finished.lines.length === 0) reading.stop('text/empty', 'The page has no text that a reader would see.', 'If it is built by a program in the browser, print it to PDF from there.')
  return { ...finished, pages: null }
}

/** Characters between two looks at the clock. */
const PIECE = 65_536

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i.exec(head)?.[1] ?? /^<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})/i.exec(head)?.[1] ?? null
}

function noteLeftOut(left: { scripts: number; hidden: number; hiddenCharacters: number; pictures: number }, reading: Reading): void {
  if (left.scripts > 0) reading.note('text/scripts-left-out', `Programs in the page (${left.scripts}) were left out; they are never run.`, 'Nothing need be done.')
  if (left.hiddenCharacters > 0) reading.note('text/hidden-left-out', `${left.hidden} hidden parts with ${left.hiddenCharacters} characters were left out, as a browser does.`, 'If text is missing, open the page in a browser, unfold everything and save it again.')
  if (left.pictures > 0) reading.note('text/pictures-left-out', `${left.pictures} pictures were left out.`, 'If a picture shows text, print the page to PDF.')
}
