/** Addresses of questions, and the names in them that are no facts. */

export const dayParam = 'asOf'
export const unsureParam = 'unsure'
export const askedParam = 'asked'
/** A list that is known to be empty: a parameter that holds nothing says that nobody knows. */
export const noneWord = 'none'

export function answerPath(pack: string, decision: string, query: readonly (readonly [string, string])[] = []): string {
  const search = new URLSearchParams(query.map(([name, value]) => [name, value]))
  return `/answer/${encodeURIComponent(pack)}/${encodeURIComponent(decision)}${query.length === 0 ? '' : `?${search}`}`
}

export function askPath(pack: string, words = ''): string {
  return `/ask/${encodeURIComponent(pack)}${words === '' ? '' : `?${new URLSearchParams({ q: words })}`}`
}
