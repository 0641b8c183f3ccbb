import type { Clause } from '#book/book.ts'
import { displayTitle } from '#web/render/display-title.ts'

/** A clause's short name: its heading, or the first words of its text. */
export function clauseName(clause: Clause, length = 64): string {
  if ('title' in clause && typeof clause.title === 'string' && clause.title !== '') return displayTitle(clause.title)
  if (clause.heading !== null && clause.heading.trim() !== '') return displayTitle(clause.heading)
  return shorten(clause.text, length)
}

/** Cut at a word, with an ellipsis where something is left out. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.lastIndexOf(' ', length)
  return `${line.slice(0, cut > length / 2 ? cut : length)}…`
}
