import type { Row } from '#book/outline/lay-rows.ts'

/** Reads the cover: the agreement's title, its parties and its term. */

export interface Cover {
  readonly title: string | null
  readonly parties: readonly string[]
  readonly term: { readonly from: string | null; readonly through: string | null }
  readonly rows: readonly Row[]
}

export function readCover(_rows: readonly Row[], _until: number, _aside: (row: Row) => boolean): Cover {
  return { title: null, parties: [], term: { from: null, through: null }, rows: [] }
}
