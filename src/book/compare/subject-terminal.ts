import type { SubjectClause, SubjectComparison, SubjectSide } from '#book/compare/compare-subject.ts'
import type { TerminalOptions } from '#book/compare/comparison-terminal.ts'
import { plainLine } from '#book/compare/comparison-words.ts'
import { wrapStyled } from '#book/compare/wrap-styled.ts'

/** Prints one subject in two agreements for the terminal: what answers what, with the figures of each, then what only one of them says. */

/** The whole comparison as text for the terminal. */
export function subjectTerminal(comparison: SubjectComparison, options: TerminalOptions): string {
  const width = Math.max(40, Math.min(options.width, 110))
  const bold = (text: string): string => (options.colour ? `${escape}[1m${text}${escape}[0m` : text)
  const { a, b, pairs, onlyA, onlyB } = comparison
  const subject = comparison.corrected ?? comparison.subject
  const parts = [
    bold(plainLine(`${subject}: ${nameOf(a)} and ${nameOf(b)}`)),
    `${a.clauses.length} clauses in the first, ${b.clauses.length} in the second; ${pairs.length} answer one another.`,
    ...pairs.map((pair) => pairText(comparison, pair, width, bold)),
    ...onlyText(a, onlyA, width, bold),
    ...onlyText(b, onlyB, width, bold),
  ]
  return `${parts.join('\n\n')}\n`
}

const escape = String.fromCharCode(27)

/** Title and file: agreements of two districts are often called the same. */
function nameOf({ title, name }: SubjectSide): string {
  return title === null || title === '' ? name : `${title} (${name})`
}

function pairText({ a, b }: SubjectComparison, pair: SubjectComparison['pairs'][number], width: number, bold: (text: string) => string): string {
  const figures = pair.figures.map((row) => `${listed(row.a)}  |  ${listed(row.b)}`)
  const lines = [
    bold(plainLine(`${a.clauses[pair.a]!.anchor}  |  ${b.clauses[pair.b]!.anchor}`)),
    clauseText(a.clauses[pair.a]!, width),
    clauseText(b.clauses[pair.b]!, width),
    ...figures.map((line) => wrapStyled(`figures: ${line}`, width, 2)),
  ]
  return lines.join('\n')
}

function onlyText(side: SubjectSide, places: readonly number[], width: number, bold: (text: string) => string): string[] {
  if (places.length === 0) return []
  const clauses = places.map((at) => clauseText(side.clauses[at]!, width))
  return [`${bold(plainLine(`Only in ${nameOf(side)}`))}\n${clauses.join('\n')}`]
}

/** Long clauses are cut: the subject is compared, not printed in full. */
const MOST_LETTERS = 320

function clauseText({ anchor, text }: SubjectClause, width: number): string {
  const line = plainLine(text.replace(/\s+/g, ' ').trim())
  const cut = line.length > MOST_LETTERS ? `${line.slice(0, line.lastIndexOf(' ', MOST_LETTERS))} …` : line
  return wrapStyled(`${anchor}  ${cut}`, width, 2)
}

function listed(figures: readonly string[]): string {
  return figures.length === 0 ? 'no figure' : figures.join(', ')
}
