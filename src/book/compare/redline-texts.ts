import type { Redline, Stretch } from '#book/compare/comparison.ts'
import { cutTokens, type Token } from '#book/compare/cut-tokens.ts'
import { diffTokens, type Hunk } from '#book/compare/diff-tokens.ts'
import { settleHunks } from '#book/compare/settle-hunks.ts'

/** The redline of two texts, word by word. */

/** What was put in, taken out and kept. Dropping the inserted stretches gives `before`, dropping the deleted ones gives `after`, both without blanks at the end. */
export function redlineTexts(before: string, after: string): Redline {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  if (before === '') return joinStretches([{ kind: 'inserted', text: after.trimEnd() }])
  if (after === '') return joinStretches([{ kind: 'deleted', text: before.trimEnd() }])
  const { head, tail } = sharedEnds(before, after)
  const a = cutTokens(before.slice(head, before.length - tail))
  const b = cutTokens(after.slice(head, after.length - tail))
  const ids = new Map<string, number>()
  const hunks = settleHunks(diffTokens(numbered(a, ids), numbered(b, ids)), a, b)
  const start: Stretch = { kind: 'same', text: before.slice(0, head) }
  const end: Stretch = { kind: 'same', text: before.slice(before.length - tail).trimEnd() }
  return joinStretches([start, ...writeHunks(hunks, a, b), end])
}

/** One side of a redline. */
export function redlineSide(redline: Redline, side: 'before' | 'after'): string {
  const left = side === 'before' ? 'inserted' : 'deleted'
  return redline.filter(({ kind }) => kind !== left).map(({ text }) => text).join('')
}

/** Letters that stay with the changed middle on either side, so that an insertion can still settle at the start of its sentence. */
const CONTEXT = 300

/** How many letters both texts begin and end with and need not be cut into words: mostly all but a line or two. Both ends stop before a blank. */
function sharedEnds(before: string, after: string): { head: number; tail: number } {
  const least = Math.min(before.length, after.length)
  if (least <= 2 * CONTEXT) return { head: 0, tail: 0 }
  let head = 0
  while (head < least && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  let tail = 0
  while (tail < least - head && before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1)) tail += 1
  head -= CONTEXT
  tail -= CONTEXT
  while (head > 0 && !(isBlank(before, head) && !isBlank(before, head - 1))) head -= 1
  while (tail > 0 && !(isBlank(before, before.length - tail) && !isBlank(before, before.length - tail - 1))) tail -= 1
  return { head: Math.max(0, head), tail: Math.max(0, tail) }
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? '')
}

function numbered(tokens: readonly Token[], ids: Map<string, number>): Int32Array {
  const numbers = new Int32Array(tokens.length)
  for (const [at, { core }] of tokens.entries()) {
    const known = ids.get(core)
    if (known === undefined) ids.set(core, ids.size)
    numbers[at] = known ?? ids.size - 1
  }
  return numbers
}

function writeHunks(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  let other = 0
  const keep = (until: number): void => {
    stretches.push(...keptTokens(a, at, b, other, until - at))
    other += until - at
    at = until
  }
  for (const { aStart, aEnd, bStart, bEnd } of hunks) {
    keep(aStart)
    stretches.push(...changedTokens(textOf(a, aStart, aEnd), textOf(b, bStart, bEnd)))
    at = aEnd
    other = bEnd
  }
  keep(a.length)
  return stretches
}

/** Words that stayed; the blanks before them may have changed. */
function keptTokens(a: readonly Token[], at: number, b: readonly Token[], other: number, count: number): Stretch[] {
  const stretches: Stretch[] = []
  let text = ''
  for (let step = 0; step < count; step += 1) {
    const before = a[at + step]!
    const after = b[other + step]!
    if (before.gap !== after.gap) {
      stretches.push({ kind: 'same', text }, { kind: 'deleted', text: before.gap }, { kind: 'inserted', text: after.gap })
      text = after.core
    } else text += after.gap + after.core
  }
  return [...stretches, { kind: 'same', text }]
}

/** A blank that both sides begin with stays outside the change. */
function changedTokens(deleted: string, inserted: string): Stretch[] {
  const gap = /^\s+/.exec(deleted)?.[0] ?? ''
  const common = gap !== '' && gap === /^\s+/.exec(inserted)?.[0] ? gap.length : 0
  return [
    { kind: 'same', text: deleted.slice(0, common) },
    { kind: 'deleted', text: deleted.slice(common) },
    { kind: 'inserted', text: inserted.slice(common) },
  ]
}

function textOf(tokens: readonly Token[], start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at += 1) text += tokens[at]!.gap + tokens[at]!.core
  return text
}

function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    if (stretch.text === '') continue
    const last = joined.at(-1)
    if (last?.kind === stretch.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + stretch.text }
    else joined.push(stretch)
  }
  return joined
}
