import { clauseId } from '#web/render/read-path.ts'

/** Finding clauses in the page, scrolling to them and marking them; the text column is plain HTML and is marked directly. */

/** A clause's section, or a whole leaf; null while its text has not come. */
export function clauseInPage(anchor: string): HTMLElement | null {
  const found = document.getElementById(clauseId(anchor))
  return found?.querySelector('.leaf-waiting') ? null : found
}

/** Puts a clause at the top of the text, or where it stood before; twice, because text that comes into sight may grow. */
export function scrollToClause(clause: HTMLElement, offset: number | null): void {
  const put = (): void => {
    const top = clause.getBoundingClientRect().top
    // Already there: the script that runs before the first paint has put it there.
    if (Math.abs(top - (offset ?? (Number.parseFloat(getComputedStyle(clause).scrollMarginTop) || 0))) < 3) return
    if (offset === null) clause.scrollIntoView({ block: 'start', behavior: 'instant' })
    else scrollBy({ top: clause.getBoundingClientRect().top - offset, behavior: 'instant' })
  }
  put()
  requestAnimationFrame(() => {
    put()
    requestAnimationFrame(put)
  })
}

/** Does something that may change the height of the text above, and keeps what is being read where it is. */
export function holdStill(text: HTMLElement | null, change: () => void): void {
  if (browserHoldsStill()) return change()
  const seen = clauseUnderEye(text)
  const clause = seen === null ? null : clauseInPage(seen.anchor)
  const before = clause?.getBoundingClientRect().top
  change()
  const after = clause?.getBoundingClientRect().top
  if (before !== undefined && after !== undefined && Math.abs(after - before) > 1) scrollBy({ top: after - before, behavior: 'instant' })
}

/** Most browsers keep the text at the eye in place by themselves, except at the very top of a page. */
export function browserHoldsStill(): boolean {
  return CSS.supports('overflow-anchor', 'auto') && scrollY > 0
}

/** How far below the top of the window a reader's eye rests. */
function eyeLine(): number {
  return Math.min(innerHeight * 0.28, 220)
}

/** The clause at the reader's eye, with the leaf that it stands in. */
export function clauseUnderEye(text: HTMLElement | null): { anchor: string; leaf: string } | null {
  if (!text) return null
  const box = text.getBoundingClientRect()
  const x = box.left + Math.min(box.width / 2, 240)
  let whole: { anchor: string; leaf: string } | null = null
  for (const down of [0, 24, 60, -40, 120]) {
    const at = document.elementFromPoint(x, eyeLine() + down)
    const leaf = at?.closest('[data-leaf]')?.getAttribute('data-leaf')
    if (!at || !leaf) continue
    // Between two clauses, or in a block that is not laid out yet, the point hits no clause itself.
    const anchor = (at.closest('[data-at]') ?? at.closest('.block')?.querySelector('[data-at]'))?.getAttribute('data-at')
    if (anchor) return { anchor, leaf }
    if (at.closest('[data-leaf-text]')) whole ??= { anchor: leaf, leaf }
  }
  return whole
}

/** Whether a clause, or the head of a whole article, is still where one would be reading it. */
export function stillInSight(anchor: string): boolean {
  const it = clauseInPage(anchor)
  const box = (it?.querySelector(':scope > [data-leaf-text] > .leaf-head') ?? it)?.getBoundingClientRect()
  return box !== undefined && box.bottom > 72 && box.top < innerHeight * 0.7
}

let marked: Element[] = []

/** Marks the clause under the eye, and strongly the one that was chosen. */
export function markCurrent(current: string, chosen: string | null): void {
  for (const it of marked) it.classList.remove('here', 'now')
  const clause = document.getElementById(clauseId(current))
  clause?.classList.add('here')
  if (chosen === current) clause?.classList.add('now')
  marked = clause ? [clause] : []
}
