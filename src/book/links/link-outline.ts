import type { Definition, Outline, Reference } from '#book/book.ts'

/** The references and defined terms of an outline. */
export function linkOutline(_outline: Outline): { definitions: readonly Definition[]; references: readonly Reference[] } {
  return { definitions: [], references: [] }
}
