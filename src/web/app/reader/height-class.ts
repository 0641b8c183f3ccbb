import type { LeafHead } from '#web/api/shapes.ts'

/** About how tall an article will be, as one of the classes `w1` to `w40` of the styles: each a fifth taller than the one before, from 12rem. */
export function heightClass(head: Pick<LeafHead, 'characters' | 'clauses'>): string {
  const rem = (head.characters / 64 + head.clauses * 0.9) * 1.82 + 9
  return `w${Math.max(1, Math.min(40, Math.round(Math.log(rem / 12) / Math.log(1.2)) + 1))}`
}
