import type { Report } from '#web/api/shapes.ts'
import { countKinds } from '#web/library/lint-page.ts'
import type { Shelved } from '#web/library/bookcase.ts'
import type { TextDocument } from '#text/document.ts'

/** What happened to a file when it was read: what found its place, what did not, and what was odd. */
export function reportView({ card, reading }: Shelved, document: TextDocument | null): Report {
  const { book } = reading
  const loose = book.pieces.filter((it) => it.role === 'unplaced').reduce((sum, it) => sum + it.end - it.start, 0)
  const furniture = book.pieces.filter((it) => it.role === 'furniture')
  const inside = book.references.filter((it) => it.kind === 'clause' || it.kind === 'appendix')
  const count = (status: string): number => inside.filter((it) => it.status === status).length
  return {
    book: card,
    lines: book.source.lines,
    pages: document?.pages ?? null,
    placed: { characters: book.text.length - loose, of: book.text.length },
    tables: book.tables.length,
    definitions: book.definitions.length,
    references: { ok: count('ok'), suspect: count('suspect'), missing: count('missing'), statutes: book.references.filter((it) => it.kind === 'statute').length },
    furniture: { pieces: furniture.length, examples: examplesOf(furniture.map((it) => book.text.slice(it.start, it.end).trim())) },
    unplaced: book.unplaced.slice(0, 300).map((it) => ({ line: it.line, text: it.text })),
    lintByKind: countKinds(book.lint),
    changes: (document?.changes ?? []).slice(0, 300).map((it) => ({ ...it })),
    changesTotal: document?.changes.length ?? 0,
    notes: (document?.notes ?? []).slice(0, 100).map((it) => ({ ...it, where: { ...it.where } })),
  }
}

/** The furniture met most often, figures aside: running heads before page numbers. */
function examplesOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) if (/\p{L}{3}/u.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 6).map(([text]) => text.slice(0, 120))
}
