import { anchor } from '#book/book.ts'
import type { Draft } from '#book/outline/draft.ts'

/**
 * Gives every clause its anchor: as printed where the number is whole, with the parent's anchor in front where it counts only inside it; made unique.
 * Whole numbers come first: a list that counts 1, 2 under Article 31 does not take `31.1` away from the section printed so.
 */

export interface Named {
  readonly draft: Draft
  readonly decimals: 'global' | 'local'
  /** What stands before the numbers of the chapter's own list. */
  readonly stem: string
}

export function nameAnchors(chapters: readonly Named[]): void {
  const used = new Map<string, number>()
  for (const { draft } of chapters) draft.anchor = anchor(take(used, draft.kind === 'appendix' ? appendixAnchor(draft.number ?? '') : (draft.number ?? '')))
  for (const { draft, decimals } of chapters) nameUnder(draft, (child) => (isWhole(child) ? nameWhole(used, child, draft, decimals) : null))
  const points = chapters.flatMap(({ draft }) => (draft.kind === 'appendix' ? pointsOf(draft) : []))
  for (const { chapter, point } of points) point.anchor = anchor(take(used, `${chapter.anchor}(${point.number})`))
  const named = new Set(points.map(({ point }) => point))
  for (const { draft, decimals, stem } of chapters) {
    const shared = decimals === 'global' && draft.children.some(isWhole)
    nameUnder(draft, (child, parent) => (isWhole(child) || named.has(child) ? null : nameLocal(used, child, draft, parent, { stem, shared })))
  }
}

function nameUnder(parent: Draft, name: (child: Draft, parent: Draft) => string | null): void {
  for (const child of parent.children) {
    const named = name(child, parent)
    if (named !== null) child.anchor = anchor(named)
    nameUnder(child, name)
  }
}

/** The points of an appendix printed `(1)`, `(2)` under its one lettered heading: `App. A(1)` is what the print calls them, and no `1.` of another list there. */
function pointsOf(chapter: Draft): { chapter: Draft; point: Draft }[] {
  const lettered = allUnder(chapter).filter((draft) => /^[A-Z]$/u.test(draft.number ?? ''))
  const points = lettered[0]?.children ?? []
  const counted = points.length >= 3 && points.every((point, at) => point.number === String(at + 1) && printedBefore(point).endsWith('('))
  return lettered.length === 1 && counted ? points.map((point) => ({ chapter, point })) : []
}

function allUnder(draft: Draft): Draft[] {
  return draft.children.flatMap((child) => [child, ...allUnder(child)])
}

/** What is printed before the figures of a number: its bracket. */
function printedBefore({ row, start, end }: Draft): string {
  return row.plain.slice(start - row.start, end - row.start).replace(/[0-9]+\W*$/u, '')
}

/** Printed with more than one place: `6.4`, `8-5.2`. */
function isWhole(draft: Draft): boolean {
  return draft.number !== null && /[0-9A-Z][.-][0-9A-Z]/iu.test(draft.number)
}

function nameWhole(used: Map<string, number>, child: Draft, chapter: Draft, decimals: 'global' | 'local'): string {
  // `B.1` in Appendix B says by itself where it stands.
  const own = child.number !== null && (child.number.startsWith(`${chapter.number}.`) || child.number.startsWith(`${chapter.number}-`))
  if (chapter.kind === 'appendix') return take(used, own && /^[A-Z]/u.test(child.number ?? '') ? (child.number ?? '') : `${chapter.anchor}(${child.number})`)
  return take(used, decimals === 'global' ? (child.number ?? '') : `${chapter.anchor}.${child.number}`)
}

function nameLocal(used: Map<string, number>, child: Draft, chapter: Draft, parent: Draft, { stem, shared }: { stem: string; shared: boolean }): string {
  const sign = child.number ?? child.label
  if (chapter.kind === 'appendix') return take(used, `${parent.anchor}(${sign})`)
  if (parent === chapter && stem !== chapter.number) return take(used, `${stem}.${sign}`)
  const wanted = `${parent.anchor}.${sign}`
  return /^[0-9]/u.test(sign) && shared && (parent === chapter || used.has(wanted)) ? take(used, `${parent.anchor}(${sign})`) : take(used, wanted)
}

function appendixAnchor(number: string): string {
  return number.includes(' ') ? number : `App. ${number}`
}

/** The anchor itself the first time, then with `-2`, `-3`. */
function take(used: Map<string, number>, wanted: string): string {
  const times = (used.get(wanted) ?? 0) + 1
  used.set(wanted, times)
  if (times === 1) return wanted
  const named = `${wanted}-${times}`
  return used.has(named) ? take(used, wanted) : take(used, named)
}
