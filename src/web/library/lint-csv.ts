import type { LintRow } from '#web/api/shapes.ts'

/** Findings as a table for a spreadsheet (RFC 4180). */
export function lintCsv(findings: readonly LintRow[]): string {
  const rows = findings.map((it) => [it.kind, it.anchor ?? '', String(it.line), it.message, it.also.join('; ')])
  return [['kind', 'clause', 'line', 'message', 'also'], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe, which it shows as text. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r\0]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
