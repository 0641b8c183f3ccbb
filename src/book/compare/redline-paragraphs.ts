import type { Redline, Stretch } from '#book/compare/comparison.ts'

/** Cuts a redline into paragraphs, each knowing whether its own end was put in or taken out. */

export interface MarkedParagraph {
  readonly stretches: readonly Stretch[]
  /** A deleted end joins the paragraph to the next when the change is accepted; an inserted one when it is rejected. */
  readonly mark: Stretch['kind']
}

/** The paragraphs of a redline; none for an empty one. */
export function redlineParagraphs(redline: Redline): MarkedParagraph[] {
  if (redline.length === 0) return []
  const paragraphs: MarkedParagraph[] = []
  let stretches: Stretch[] = []
  for (const { kind, text } of redline) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) {
        paragraphs.push({ stretches, mark: kind })
        stretches = []
      }
      if (part !== '') stretches.push({ kind, text: part })
    }
  }
  paragraphs.push({ stretches, mark: lastMark(redline) })
  return paragraphs
}

/** The last end belongs to both texts, unless one of them is empty. */
function lastMark(redline: Redline): Stretch['kind'] {
  if (redline.every(({ kind }) => kind === 'inserted')) return 'inserted'
  return redline.every(({ kind }) => kind === 'deleted') ? 'deleted' : 'same'
}
