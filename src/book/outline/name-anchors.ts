import { anchor } from '#book/book.ts'
import type { Draft } from '#book/outline/draft.ts'

/** Gives every clause its anchor: as printed where the number is whole, with the parent's anchor in front where it counts only inside it; made unique. */
export function nameAnchors(chapters: readonly { draft: Draft; value: number }[], decimals: 'global' | 'local'): void {
  const used = new Map<string, number>()
  const take = (wanted: string): string => {
    const times = (used.get(wanted) ?? 0) + 1
    used.set(wanted, times)
    if (times === 1) return wanted
    return used.has(`${wanted}-${times}`) ? take(wanted) : `${wanted}-${times}`
  }
  for (const { draft, value } of chapters) {
    draft.anchor = anchor(take(draft.kind === 'appendix' ? appendixAnchor(draft.number) : draft.number))
    nameUnder(draft, draft, value, decimals, take)
  }
}

function appendixAnchor(number: string): string {
  return number.includes(' ') ? number : `App. ${number}`
}

function nameUnder(parent: Draft, chapter: Draft, value: number, decimals: 'global' | 'local', take: (wanted: string) => string): void {
  for (const child of parent.children) {
    child.anchor = anchor(take(wantedAnchor(child, parent, chapter, value, decimals)))
    nameUnder(child, chapter, value, decimals, take)
  }
}

function wantedAnchor(child: Draft, parent: Draft, chapter: Draft, value: number, decimals: 'global' | 'local'): string {
  const decimal = /[.-]/u.test(child.number)
  if (chapter.kind === 'appendix') return decimal ? `${chapter.anchor}(${child.number})` : `${parent.anchor}(${child.number})`
  if (!decimal) return `${parent.anchor}.${child.number}`
  return decimals === 'global' || child.number.startsWith(`${value}.`) && false ? child.number : `${chapter.anchor}.${child.number}`
}
