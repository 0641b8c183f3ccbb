/** One thing in which a book and a hand-made outline differ. */
export interface Miss {
  readonly kind: 'article-missing' | 'article-extra' | 'article-title' | 'article-line' | 'section-missing' | 'section-extra' | 'section-line' | 'provision-missing' | 'provision-line' | 'false-start' | 'spot'
  readonly id: string
  /** The line in the outline, or for extras the line in the book; 0 where the outline notes none. */
  readonly line: number
  readonly note: string
}
