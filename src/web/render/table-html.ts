import type { Table } from '#book/book.ts'
import { escapeHtml } from '#web/render/escape-html.ts'

/** A printed table in a box of its own that scrolls sideways, reachable by keyboard and named for those who cannot see it. */
export function tableHtml(table: Table, name: string): string {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const headed = width > 1 && looksLikeHead(table.rows[0] ?? [])
  const head = headed ? `<thead>${rowHtml(table.rows[0] ?? [], width, 'th scope="col"')}</thead>` : ''
  const body = (headed ? table.rows.slice(1) : table.rows).map((row) => rowHtml(row, width, 'td')).join('')
  const label = escapeHtml(`Table in ${name}, ${table.rows.length} rows`)
  return `<div class="sheet" role="group" tabindex="0" aria-label="${label}"><table><caption>${label}</caption>${head}<tbody>${body}</tbody></table></div>`
}

function rowHtml(row: readonly string[], width: number, tag: string): string {
  const name = tag.slice(0, 2)
  const cells = Array.from({ length: width }, (_, at) => row[at] ?? '')
  return `<tr>${cells.map((cell) => `<${isFigure(cell) ? `${tag} class="figure"` : tag}>${escapeHtml(cell)}</${name}>`).join('')}</tr>`
}

function isFigure(cell: string): boolean {
  return /^[\s$(]*[\d,.]+[\s%)]*$/.test(cell)
}

/** The first row names the columns where most of its cells are words. */
function looksLikeHead(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  return filled.length > 1 && filled.filter((cell) => !isFigure(cell)).length > filled.length / 2
}
