import type { ClausePair, Comparison, Redline, Stretch } from '#book/compare/comparison.ts'
import { countsInWords, editionNames, figureInWords, nameOf, pairInWords, plainLine } from '#book/compare/comparison-words.ts'
import { redlineTexts } from '#book/compare/redline-texts.ts'
import { wrapStyled } from '#book/compare/wrap-styled.ts'

/** Prints a comparison for the terminal: what changed, clause by clause; unchanged clauses are only counted. */

export interface TerminalOptions {
  /** With colours: red struck through and green underlined. Without: `[-taken out-]` and `{+put in+}`. */
  readonly colour: boolean
  /** Columns. */
  readonly width: number
}

/** The whole comparison as text for the terminal. */
export function comparisonTerminal(comparison: Comparison, options: TerminalOptions): string {
  const width = Math.max(40, Math.min(options.width, 110))
  const ink = inkOf(options.colour)
  const names = editionNames(comparison)
  const parts = [
    ink('bold', wrapStyled(plainLine(`${names.before}  →  ${names.after}`), width, 0)),
    wrapStyled(countsInWords(comparison), width, 0),
    figureList(comparison, width, ink),
    ...comparison.rows.map(({ pair, show }) => rowText(comparison.pairs[pair]!, show, comparison.pairs, width, ink)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

type Style = 'bold' | 'dim' | 'clause' | 'deleted' | 'inserted'
type Ink = (style: Style, text: string) => string

const codes: Readonly<Record<Style, string>> = { bold: '1', dim: '2', clause: '36', deleted: '31;9', inserted: '32;4' }
const plainMarks: Readonly<Partial<Record<Style, readonly [string, string]>>> = { deleted: ['[-', '-]'], inserted: ['{+', '+}'] }

function inkOf(colour: boolean): Ink {
  const escape = String.fromCharCode(27)
  if (!colour) return (style, text) => `${plainMarks[style]?.[0] ?? ''}${text}${plainMarks[style]?.[1] ?? ''}`
  // Word by word, so that a line may break inside a long insertion without its colour running into the margin.
  return (style, text) => text.replace(/[^\s]+/g, (word) => `${escape}[${codes[style]}m${word}${escape}[0m`)
}

/** More figures than these are in the clauses below anyway. */
const MOST_FIGURES = 40

function figureList({ summary: { figures } }: Comparison, width: number, ink: Ink): string {
  if (figures.length === 0) return ''
  const lines = figures.slice(0, MOST_FIGURES).map((figure) => wrapStyled(`${ink('clause', figure.anchor ?? '–')}  ${plainLine(figureInWords(figure))}`, width, 2))
  const more = figures.length > MOST_FIGURES ? [`  and ${figures.length - MOST_FIGURES} more`] : []
  return [ink('bold', 'Figures that changed'), ...lines, ...more].join('\n')
}

function rowText(pair: ClausePair, show: 'both' | 'before' | 'after', pairs: readonly ClausePair[], width: number, ink: Ink): string {
  if (pair.kind === 'same' || (pair.withParent && !pair.changed)) return ''
  if (show === 'before' && pair.after !== null) {
    return pair.withParent ? '' : wrapStyled(`${ink('clause', nameOf(pair.before))}  ${ink('dim', `moved to ${nameOf(pair.after)}`)}`, width, 0)
  }
  const head = wrapStyled(`${ink('clause', plainLine(titleOf(pair)))}  ${ink('dim', pairInWords(pair, pairs))}`, width, 0)
  if (!pair.changed) return head
  const heading = headingText(pair, width, ink)
  const body = pair.text.length === 0 ? [] : [wrapStyled(redlineText(pair.text, ink), width, 2)]
  return [head, ...heading, ...body].join('\n')
}

function titleOf(pair: ClausePair): string {
  const side = (pair.after ?? pair.before)!
  return side.title === '' ? nameOf(side) : side.title
}

/** The heading's own redline, where both have the clause and its heading differs: a new number alone is said in the line above. */
function headingText({ before, after }: ClausePair, width: number, ink: Ink): string[] {
  if (before === null || after === null || before.heading === after.heading) return []
  return [wrapStyled(redlineText(redlineTexts(before.heading, after.heading), ink), width, 2)]
}

function redlineText(redline: Redline, ink: Ink): string {
  const whole = redline.length === 1
  return redline.map((stretch, at) => stretchText(stretch, at === 0, at === redline.length - 1, whole, ink)).join('')
}

/** Words kept on each side of a change; the rest of a long unchanged stretch is left out. */
const CONTEXT = 12

function stretchText({ kind, text }: Stretch, first: boolean, last: boolean, whole: boolean, ink: Ink): string {
  const clean = text.split('\n').map(plainLine).join('\n')
  if (kind !== 'same') return clean.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, head: string, words: string, tail: string) => head + (words === '' ? '' : ink(kind, words)) + tail)
  const words = clean.split(' ')
  if (words.length <= 2 * CONTEXT + 6 || whole) return clean
  const head = first ? '' : words.slice(0, CONTEXT).join(' ')
  const tail = last ? '' : words.slice(-CONTEXT).join(' ')
  return `${head}${first ? '' : ' '}…${last ? '' : ' '}${tail}`
}
