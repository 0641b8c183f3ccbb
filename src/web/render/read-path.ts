/** The address of a clause in the reading room: `/read/sample/6.4.1`. */
export function readPath(book: string, anchor?: string | null): string {
  const place = `/read/${encodeURIComponent(book)}`
  return anchor === undefined || anchor === null ? place : `${place}/${encodeURIComponent(anchor)}`
}

/** The id that a clause has in the page. */
export function clauseId(anchor: string): string {
  return `at-${anchor.replace(/\s+/g, '_')}`
}
