import type { Comparison } from '#web/api/shapes.ts'
import type { Bookcase } from '#web/library/bookcase.ts'

/** Two agreements laid side by side, whole or on one subject. */
export interface Comparer {
  /** Null where one of the two is not there. */
  compare(left: string, right: string, subject: string): Promise<Comparison | null>
  /** Subjects on which the two can be compared. */
  subjects(left: string, right: string): Promise<readonly string[]>
}

export function openComparer(bookcase: Bookcase): Comparer {
  return {
    compare: async (left, right) => {
      const [a, b] = await Promise.all([bookcase.card(left), bookcase.card(right)])
      if (a === null || b === null) return null
      return { left: a, right: b, subject: null, counts: { same: 0, changed: 0, added: 0, removed: 0, moved: 0 }, rows: [] }
    },
    subjects: async () => [],
  }
}
