/**
 * Before anything is painted: puts the clause that the address names at the top, or where it stood when the page was left.
 * A script of its own and without imports, so that it has come when the styles have.
 */
;(() => {
  document.documentElement.classList.add('script')
  const [, room, , place] = location.pathname.split('/')
  if (room !== 'read' || place === undefined || place === '') return
  history.scrollRestoration = 'manual'
  const anchor = decodeURIComponent(place)
  const clause = document.getElementById(`at-${anchor.replace(/\s+/g, '_')}`)
  if (clause === null) return
  const { top } = (history.state ?? {}) as { top?: { anchor: string; offset: number } }
  if (top?.anchor === anchor) scrollTo(0, clause.getBoundingClientRect().top + scrollY - top.offset)
  else {
    if (clause.dataset['at'] !== undefined) clause.classList.add('here', 'now')
    clause.scrollIntoView()
  }
})()
