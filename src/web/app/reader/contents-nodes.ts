import type { ContentsNode } from '#web/api/shapes.ts'

/** Walking the tree of contents. */

export interface VisibleNode {
  readonly node: ContentsNode
  readonly parent: string | null
}

/** The nodes that show when some are folded, from top to bottom. */
export function visibleNodes(nodes: readonly ContentsNode[], isOpen: (anchor: string) => boolean, parent: string | null = null): VisibleNode[] {
  return nodes.flatMap((node) => [{ node, parent }, ...(isOpen(node.anchor) ? visibleNodes(node.under, isOpen, node.anchor) : [])])
}

/**
 * The way from the top to an anchor, or to the nearest entry over it: clauses without a heading have no entry of their own.
 * Null where nothing fits.
 */
export function pathTo(nodes: readonly ContentsNode[], anchor: string): string[] | null {
  let best: string[] | null = null
  const walk = (level: readonly ContentsNode[], above: readonly string[]): boolean => {
    for (const node of level) {
      const path = [...above, node.anchor]
      if (node.anchor === anchor) return (best = path), true
      if (standsUnder(anchor, node.anchor) && path.length > (best?.length ?? 0)) best = path
      if (walk(node.under, path)) return true
    }
    return false
  }
  walk(nodes, [])
  return best
}

function standsUnder(anchor: string, above: string): boolean {
  return anchor.startsWith(above) && /[.\-(\s]/.test(anchor.charAt(above.length))
}
