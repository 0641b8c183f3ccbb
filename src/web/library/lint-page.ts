import type { LintFinding } from '#book/book.ts'
import type { LintRow } from '#web/api/shapes.ts'

export interface LintPage {
  total: number
  kinds: { kind: string; count: number }[]
  findings: LintRow[]
}

/** A page of findings, of one kind or of all, with how many there are of each kind. */
export function lintPage(findings: readonly LintRow[], ask: { readonly kind?: string | undefined; readonly from: number; readonly limit: number }): LintPage {
  const chosen = ask.kind === undefined || ask.kind === '' ? findings : findings.filter((it) => it.kind === ask.kind)
  return { total: chosen.length, kinds: countKinds(findings), findings: chosen.slice(ask.from, ask.from + ask.limit) }
}

/** Findings of the lint as rows that can be changed into text. */
export function lintRows(lint: readonly LintFinding[]): LintRow[] {
  return lint.map((it) => ({ kind: it.kind, anchor: it.anchor, line: it.line, message: it.message, also: [...it.also] }))
}

/** Most frequent first. */
export function countKinds(findings: readonly { readonly kind: string }[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count)
}
