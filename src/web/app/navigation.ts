import { fetchSource, WireProblem } from './fetch-source.ts'
import { loadComponent } from './load-component.ts'
import { loadPage, type PageData } from './page-data.ts'
import { titleOf } from './page-title.ts'
import { isAnswerRoute, routeOf, type Route, type WalkedRoute } from './route.ts'

/** Where the reader is, and going elsewhere without losing the way back. */

export interface Place {
  readonly route: Route
  readonly data: PageData
  /** Grows at each step, so that a page knows that it was asked for again. */
  readonly step: number
  readonly going: boolean
  /** By the browser's back or forward. */
  readonly returned: boolean
}

interface Trail {
  /** The clause that a jump came from. */
  readonly from?: { readonly anchor: string; readonly label: string }
  /** The clause at the top when this place was left, and how far it was scrolled past. */
  readonly top?: { readonly anchor: string; readonly offset: number }
  readonly y?: number
}

let place: Place | null = null
const listeners = new Set<() => void>()

export function startNavigation(route: Route, data: PageData): void {
  place = { route, data, step: 0, going: false, returned: false }
  history.scrollRestoration = 'manual'
  addEventListener('popstate', () => void go(location.pathname + location.search, { push: false, returned: true }))
  document.addEventListener('click', followLink)
}

export function currentPlace(): Place {
  if (!place) throw new Error('navigation has not started')
  return place
}

export function onPlace(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export function trail(): Trail {
  return (history.state ?? {}) as Trail
}

/** Notes something in this history entry, without a new one. */
export function noteTrail(change: Trail, path = location.pathname + location.search): void {
  history.replaceState({ ...trail(), ...change }, '', path)
}

const leaving = new Set<() => void>()

/** Calls back just before another place is gone to; returns a way to leave off. */
export function onLeave(tell: () => void): () => void {
  leaving.add(tell)
  return () => leaving.delete(tell)
}

/** Goes to an address. `from` names the clause that the reader jumps from, for the way back. */
export async function goTo(path: string, from?: Trail['from']): Promise<void> {
  for (const note of leaving) note()
  noteTrail({ y: scrollY })
  await go(path, { push: true, returned: false, ...(from ? { from } : {}) })
}

async function go(path: string, how: { push: boolean; returned: boolean; from?: Trail['from'] }): Promise<void> {
  const before = currentPlace()
  const url = new URL(path, location.href)
  const route = routeOf(url.pathname, url.search)
  if (isAnswerRoute(route)) return how.push ? location.assign(url) : location.reload()
  if (how.push) history.pushState(how.from ? { from: how.from } : {}, '', url)
  // Inside one book the page stays; it finds the clause itself.
  if (route.page === 'read' && before.data.page === 'read' && before.data.book.id === route.book) {
    return tell({ route, data: before.data, step: before.step + 1, going: false, returned: how.returned })
  }
  tell({ ...before, going: true })
  const data = await arrive(route)
  if (location.pathname + location.search !== url.pathname + url.search) return
  tell({ route, data, step: before.step + 1, going: false, returned: how.returned })
  document.title = titleOf(data)
  if (data.page !== 'read') scrollTo(0, how.returned ? (trail().y ?? 0) : 0)
}

async function arrive(route: WalkedRoute): Promise<PageData> {
  try {
    const [data] = await Promise.all([loadPage(route, fetchSource), loadComponent(route.page)])
    await loadComponent(data.page)
    return data
  } catch (error) {
    const known = error instanceof WireProblem
    await loadComponent('missing')
    return { page: 'missing', what: known ? error.message : 'The reading room did not answer.', next: known ? error.next : 'Check that Steward is still running, then try again.' }
  }
}

/** Loads the same page's data again. */
export async function refresh(): Promise<void> {
  const before = currentPlace()
  if (isAnswerRoute(before.route)) return location.reload()
  const data = await arrive(before.route)
  if (currentPlace().step === before.step) tell({ ...before, data })
}

function tell(next: Place): void {
  place = next
  for (const listener of listeners) listener()
}

/** Plain clicks on our own links stay in the room; all others are the browser's. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return
  if (link.hash !== '' && link.pathname === location.pathname) return
  if (/^\/(api|print|assets)\//.test(link.pathname)) return
  event.preventDefault()
  const within = link.closest('[data-at]')
  const anchor = link.classList.contains('number') ? null : within?.getAttribute('data-at')
  void goTo(link.pathname + link.search, anchor ? { anchor, label: anchor } : undefined)
}
