import type { Span } from '#book/book.ts'
import type { WordIndex } from '#book/search/index-words.ts'
import type { Way } from '#book/search/plan-search.ts'
import { eachRun } from '#book/search/run-stands.ts'

/** The part of a clause that shows why it was found, and which of its words to mark. */

export interface Snippet {
  /** A stretch of the clause's own text, one line; line ends are blanks. */
  readonly text: string
  /** The words that were found, in `text`; in order, apart from one another. */
  readonly marks: readonly Span[]
  /** Where `text` starts in the clause's text. */
  readonly start: number
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

export interface Mark extends Span {
  readonly covers: number
}

/** The words of a segment (see `WordIndex.stream`) that the plan's ways match, in order, overlaps joined. */
export function findMarks(index: WordIndex, segment: number, ways: readonly Way[]): Mark[] {
  const marks: Mark[] = []
  for (const { run, covers } of ways) {
    if (run.length === 0) continue
    eachRun(index, segment, run, (at) => {
      const last = at + run.length - 1
      marks.push({ start: index.place[at]!, end: index.place[last]! + index.length[last]!, covers })
    })
  }
  return joinOverlaps(marks.sort((a, b) => a.start - b.start || b.end - a.end))
}

/** Cuts the stretch with the most different words found, about `width` letters long, at word ends. */
export function cutSnippet(text: string, marks: readonly Mark[], width: number): Snippet {
  if (text.length <= width) return snippetOf(text, marks, 0, text.length)
  const best = bestWindow(marks, width)
  const spare = Math.max(0, width - (best.end - best.start))
  // A third of the room goes before the words found, so that the sentence can be read.
  let start = best.start - Math.floor(spare / 3)
  if (start < 24) start = 0
  let end = Math.min(text.length, start + Math.max(width, best.end - start))
  if (text.length - end < 24) end = text.length
  if (end === text.length) start = Math.max(0, Math.min(start, end - width))
  return snippetOf(text, marks, wordStart(text, start), wordStop(text, end, best.end))
}

function joinOverlaps(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const mark of marks) {
    const last = joined.at(-1)
    if (last === undefined || mark.start >= last.end) joined.push(mark)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, mark.end), covers: last.covers | mark.covers }
  }
  return joined
}

function bestWindow(marks: readonly Mark[], width: number): Span {
  let best: Span = { start: 0, end: 0 }
  let bestWorth = 0
  for (let first = 0; first < marks.length; first += 1) {
    const start = marks[first]!.start
    let covers = 0
    let count = 0
    let end = marks[first]!.end
    for (let at = first; at < marks.length && marks[at]!.end - start <= width; at += 1) {
      covers |= marks[at]!.covers
      end = marks[at]!.end
      count += 1
    }
    const worth = bitCount(covers) * 100 + Math.min(count, 20)
    if (worth <= bestWorth) continue
    bestWorth = worth
    best = { start, end: Math.max(end, marks[first]!.end) }
  }
  return best
}

function bitCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Moves on to the start of the next word where `at` falls inside one. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const blank = text.slice(at - 1, at + 40).search(/\s/)
  return blank < 0 ? at : at + blank
}

/** Moves back to the end of a word, never before `least`. */
function wordStop(text: string, at: number, least: number): number {
  if (at >= text.length) return text.length
  let end = at
  while (end > least && !/\s/.test(text[end]!)) end -= 1
  while (end > least && /\s/.test(text[end - 1]!)) end -= 1
  return end
}

function snippetOf(text: string, marks: readonly Mark[], start: number, end: number): Snippet {
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end)
  return {
    text: text.slice(start, end).replace(/[\s\p{Cc}]/gu, ' '),
    marks: inside.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    start,
    cutBefore: start > 0,
    cutAfter: end < text.length,
  }
}
