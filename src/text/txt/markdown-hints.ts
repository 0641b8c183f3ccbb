import type { LineHint } from '#text/document.ts'

/** What Markdown itself says of its lines: headings and the rows of pipe tables. The text of the lines is left as it stands. */
export function markdownHints(texts: readonly string[]): (LineHint | undefined)[] {
  const hints: (LineHint | undefined)[] = texts.map(() => undefined)
  let fenced = false
  let table = 0
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? ''
    if (/^ {0,3}(```|~~~)/.test(text)) fenced = !fenced
    if (fenced) continue
    const heading = /^ {0,3}(#{1,6})(\s|$)/.exec(text)
    if (heading !== null) hints[at] = { heading: (heading[1] ?? '').length }
    // An anchor on a line of its own, as our own Markdown export sets before each clause, is an address and no words.
    else if (/^<a id="[^"<>]*"><\/a>\s*$/.test(text)) hints[at] = { furniture: true }
    else if (text.includes('|') && isRule(texts[at + 1])) at = markTable(texts, at, ++table, hints)
  }
  return hints
}

/** The row of dashes under a table's head. */
function isRule(text: string | undefined): boolean {
  return text !== undefined && text.length < 1000 && text.includes('-') && text.includes('|') && /^[\s|:-]+$/.test(text)
}

/** Marks head, rule and rows; gives the last line of the table. */
function markTable(texts: readonly string[], start: number, table: number, hints: (LineHint | undefined)[]): number {
  let at = start
  for (; at < texts.length && (texts[at] ?? '').includes('|'); at++) {
    hints[at] = at === start + 1 ? { table, furniture: true } : { table, cells: cellsOf(texts[at] ?? '') }
  }
  return at - 1
}

function cellsOf(text: string): string[] {
  const inner = text.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}
