import type { ClausePair, Comparison, Edition, FigureChange } from '#book/compare/comparison.ts'

/** What a comparison says, in plain words: shared by the terminal, the page and the Word file. */

/** `6.4.1 is now 7.4.1, reworded`, for the line over a clause. Empty for one that stayed as it was. */
export function pairInWords(pair: ClausePair, pairs: readonly ClausePair[]): string {
  const words: string[] = []
  if (pair.partOf !== null) words.push(partInWords(pair, pairs[pair.partOf]!))
  else if (pair.kind === 'added' || pair.kind === 'removed') words.push(pair.kind)
  if (pair.kind === 'moved') words.push(`moved from ${nameOf(pair.before)}`)
  if (pair.kind === 'renumbered') words.push(`was ${nameOf(pair.before)}`)
  if (pair.kind === 'split') words.push(`split: the rest is now ${pair.parts.map((part) => nameOf(pairs[part]!.after)).join(', ')}`)
  if (pair.kind === 'merged') words.push(`took in ${pair.parts.map((part) => nameOf(pairs[part]!.before)).join(', ')}`)
  if (pair.changed && pair.before !== null && pair.after !== null) words.push('reworded')
  return words.join(', ')
}

/** `12 reworded · 3 moved · 1 added`; says so where nothing differs. */
export function countsInWords({ summary: { counts, reworded } }: Comparison): string {
  const parts = [
    [reworded, 'reworded'],
    [counts.moved, 'moved'],
    [counts.renumbered, 'renumbered'],
    [counts.split, 'split'],
    [counts.merged, 'merged'],
    [counts.added, 'added'],
    [counts.removed, 'removed'],
    [counts.same, 'the same'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString('en-US')} ${word}`)
  return said.length === 0 ? 'Both are empty.' : said.join(' · ')
}

export function figureInWords({ before, after }: FigureChange): string {
  if (before === null) return `${after} is new`
  return after === null ? `${before} is gone` : `${before} → ${after}`
}

/** What the two editions are called; two of the same title are told apart by their files. */
export function editionNames({ before, after }: Comparison): { before: string; after: string } {
  const alike = titleOf(before) === titleOf(after)
  return { before: alike ? `${titleOf(before)} (${before.name})` : titleOf(before), after: alike ? `${titleOf(after)} (${after.name})` : titleOf(after) }
}

/** A clause's address, or the line where it has none. */
export function nameOf(side: ClausePair['before']): string {
  if (side === null) return ''
  return side.anchor ?? `line ${side.line}`
}

/** Text for one line of a terminal or a page: no control marks, nothing that turns the writing round. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}

function titleOf({ title, name }: Edition): string {
  return title === null || title.trim() === '' ? name : title
}

function partInWords(part: ClausePair, whole: ClausePair): string {
  return part.before === null ? `split from ${nameOf(whole.before)}` : `merged into ${nameOf(whole.after)}`
}
