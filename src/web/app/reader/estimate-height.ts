import type { LeafHead } from '#web/api/shapes.ts'

/** About how tall an article will be in pixels, so that the page's length is nearly right before its text has come. */
export function estimateHeight(head: Pick<LeafHead, 'characters' | 'clauses'>): number {
  const narrow = typeof innerWidth === 'number' && innerWidth < 760
  const perLine = narrow ? 42 : 66
  const lineHeight = narrow ? 27 : 30
  return Math.round((head.characters / perLine + head.clauses * 0.9) * lineHeight + 140)
}
