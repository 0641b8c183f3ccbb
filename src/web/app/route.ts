/** The places of the reading room and their addresses: the same on the server and in the browser. */

export type Route =
  | { readonly page: 'library' }
  | { readonly page: 'read'; readonly book: string; readonly anchor: string | null; readonly words: string }
  | { readonly page: 'search'; readonly query: string; readonly book: string | null }
  | { readonly page: 'lint'; readonly book: string; readonly kind: string; readonly from: number }
  | { readonly page: 'report'; readonly book: string }
  | { readonly page: 'compare'; readonly left: string | null; readonly right: string | null; readonly subject: string }
  | AnswerRoute
  | { readonly page: 'missing' }

/** Places that only the server can fill: the rules do not come to the browser. */
export type AnswerRoute =
  | { readonly page: 'ask'; readonly pack: string; readonly words: string }
  | { readonly page: 'answer'; readonly pack: string; readonly decision: string; readonly search: string }

/** Places that the browser can fill by itself. */
export type WalkedRoute = Exclude<Route, AnswerRoute>

export function isAnswerRoute(route: Route): route is AnswerRoute {
  return route.page === 'ask' || route.page === 'answer'
}

/** The place that an address names. */
export function routeOf(path: string, search: string): Route {
  const [, first = '', second, third, more] = path.split('/').map(decode)
  const ask = new URLSearchParams(search)
  if (more !== undefined) return { page: 'missing' }
  if (first === '') return { page: 'library' }
  if (first === 'search' && second === undefined) return { page: 'search', query: ask.get('q') ?? '', book: ask.get('in') || null }
  if (first === 'read' && second) return { page: 'read', book: second, anchor: third || null, words: ask.get('words') ?? '' }
  if (first === 'lint' && second && third === undefined) return { page: 'lint', book: second, kind: ask.get('kind') ?? '', from: Math.max(0, Math.trunc(Number(ask.get('from') ?? 0)) || 0) }
  if (first === 'report' && second && third === undefined) return { page: 'report', book: second }
  if (first === 'compare') return { page: 'compare', left: second || ask.get('left') || null, right: third || ask.get('right') || null, subject: ask.get('subject') ?? '' }
  if (first === 'ask' && second && third === undefined) return { page: 'ask', pack: second, words: ask.get('q') ?? '' }
  if (first === 'answer' && second && third) return { page: 'answer', pack: second, decision: third, search }
  return { page: 'missing' }
}

export function searchPath(query: string, book: string | null): string {
  return `/search?${new URLSearchParams({ q: query, ...(book === null ? {} : { in: book }) })}`
}

export function lintPath(book: string, kind = '', from = 0): string {
  const ask = new URLSearchParams({ ...(kind === '' ? {} : { kind }), ...(from === 0 ? {} : { from: String(from) }) })
  return `/lint/${encodeURIComponent(book)}${ask.size > 0 ? `?${ask}` : ''}`
}

export function comparePath(left: string, right: string, subject = ''): string {
  return `/compare/${encodeURIComponent(left)}/${encodeURIComponent(right)}${subject === '' ? '' : `?${new URLSearchParams({ subject })}`}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
