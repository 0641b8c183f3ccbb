import type { Columns } from '#text/pdf/page-columns.ts'

/**
 * The columns that a file is set in, from those that were found page by page: two sets where left and right pages differ.
 * A page of contents or of short lines shows no columns of its own, but it is set like the others. Empty for a file in one column.
 */
export function usualColumns(pages: readonly (readonly Columns[])[]): Columns[] {
  const sets: { columns: Columns; pages: number }[] = []
  let columned = 0
  for (const found of pages) {
    if (found.length > 0) columned++
    for (const columns of found.slice(0, 1)) {
      const set = sets.find((each) => alike(each.columns, columns))
      if (set === undefined) sets.push({ columns, pages: 1 })
      else set.pages++
    }
  }
  if (columned < Math.max(2, pages.length * LEAST_SHARE)) return []
  return sets.filter((set) => set.pages >= Math.max(2, columned * 0.2)).map((set) => set.columns)
}

/** The share of its pages that must show columns before the file is held to be set in columns. */
const LEAST_SHARE = 0.4
/** Points. */
const NEAR = 8

function alike(one: Columns, other: Columns): boolean {
  return Math.abs(one.left - other.left) < NEAR && Math.abs(one.right - other.right) < NEAR
}
