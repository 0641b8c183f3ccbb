import { calendarFinder } from '../../src/cli/find-calendar.ts'
import { loadPack } from '../../src/determinations/load-pack.ts'
import { runExamples } from '../../src/determinations/run-examples.ts'
import { adviceCodes } from '../../src/rules/read/check-book.ts'

/** How well a pack's examples hold its rules: each figure of its rules is changed by one, and some example (or the check at load) must notice. */

export interface ChangedFigure {
  readonly file: string
  readonly line: number
  readonly was: string
  readonly now: string
  /** The line with the figure changed. */
  readonly shown: string
  readonly at: number
}

/** Every figure that a rule works with, changed by one: not those of examples, of words for people, of clauses, or of the bounds and types of facts. */
export function figuresOf(files: ReadonlyMap<string, string>): readonly ChangedFigure[] {
  return [...files].flatMap(([file, text]) => {
    if (/^tables\/.*\.csv$/.test(file)) return text.split('\n').flatMap((line, at) => (at === 0 ? [] : inLine(file, at, line, line)))
    return /^articles\/.*\.md$/.test(file) ? inArticle(file, text.split('\n')) : []
  })
}

/** Whether anything notices: the pack no longer loads clean, or an example is not met. */
export function isNoticed(files: ReadonlyMap<string, string>, change: ChangedFigure, folder: string): boolean {
  const lines = files.get(change.file)!.split('\n')
  lines[change.line - 1] = change.shown
  const pack = loadPack(new Map(files).set(change.file, lines.join('\n')))
  if (!pack.ok || pack.value.problems.some(({ code }) => !adviceCodes.has(code))) return true
  return runExamples(pack.value, calendarFinder(pack.value, folder)).some(({ differences }) => differences.length > 0)
}

function inArticle(file: string, lines: readonly string[]): readonly ChangedFigure[] {
  const found: ChangedFigure[] = []
  let [inRule, inExamples] = [false, false]
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('```')) [inRule, inExamples] = [line.startsWith('```rule'), false]
    else if (inRule) {
      if (/^\S/.test(line)) inExamples = line.startsWith('examples:')
      if (!inExamples && !forPeople.test(line)) found.push(...inLine(file, at, line, line.replace(hidden, (part) => '_'.repeat(part.length))))
    }
  }
  return found
}

/** Lines whose figures are words: what is asked, cited, noted, said to people. */
const forPeople = /^(?:decision|definition|parameter|exception|procedure|duty|clauses|asks|note|doubt|left to people|by|extended by): |^\s+(?:clause|note|says|must|may change|if late|remedy|why|- statute|- says|statute): /

/** Parts of a line whose figures are words: quoted grades, names with figures in them, clauses at a row's end, kinds of facts, what is said. */
const hidden = /(?:says|note|ask|clause|who|must|after|if late|on silence|may change): (?:"[^"]*"|[^,}]*)|"(?:TK|K|\d+)"|\{type:(?:(?! is:)[^}])*\}+|\| [\d.a-z]*\.[\d.a-z]+ +\|$|[A-Za-z_][A-Za-z_]*\d\w*/g

function inLine(file: string, at: number, line: string, searched: string): readonly ChangedFigure[] {
  return [...searched.matchAll(/\d{4}-\d\d-\d\d|\d\d:\d\d|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g)].map((hit) => {
    const now = another(hit[0])
    return { file, line: at + 1, was: hit[0], now, shown: line.slice(0, hit.index) + now + line.slice(hit.index + hit[0].length), at: hit.index }
  })
}

/** The figure after it: one more, a minute later, a day later. */
function another(figure: string): string {
  if (/^\d{4}-/.test(figure)) return figure.slice(0, 9) + ((Number(figure[9]) + 1) % 10)
  if (figure.includes(':')) return figure.slice(0, 4) + ((Number(figure[4]) + 1) % 10)
  const [, places = ''] = figure.split('.')
  return (Number(figure.replaceAll(',', '')) + 1).toFixed(places.length)
}
