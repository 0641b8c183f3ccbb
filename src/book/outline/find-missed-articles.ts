import type { ContentsEntry } from '#book/book.ts'
import { valueOf, type Candidate } from '#book/outline/choose-articles.ts'
import { firstFrom } from '#book/outline/first-from.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { letterNumeral, romanNumeral } from '#book/outline/numerals.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/**
 * Finds the articles that the run of headings left out although the next number is due: headings that dropped the word Article, or whose title looks like a
 * sentence, or that are spoilt so that only their first section (`23.1`) tells of them. Each needs a proof: the contents list, its place on the row, or what follows it.
 */
export function findMissedArticles(picked: readonly Candidate[], marks: readonly Mark[], rows: readonly Row[], contents: readonly ContentsEntry[]): Candidate[] {
  const full = [...picked]
  const titles = new Map(contents.map((entry) => [entry.number ?? '', letters(entry.title)]))
  const sections = carryOwnSections(picked, marks)
  for (let at = 0; at < full.length; at += 1) {
    const here = full[at]
    const next = full[at + 1]
    if (here === undefined || (next !== undefined && valueOf(next.reading) <= valueOf(here.reading) + 1)) continue
    const range = marks.slice(firstFrom(marks, here.mark.end), next === undefined ? marks.length : firstFrom(marks, next.mark.start))
    const found = headingDue(here, range, titles) ?? (sections && next !== undefined ? openedBySection(here, range, rows) : null)
    if (found !== null) full.splice(at + 1, 0, found)
  }
  return full
}

/** Whether most articles have sections with their own number in front. */
function carryOwnSections(picked: readonly Candidate[], marks: readonly Mark[]): boolean {
  const own = picked.filter((it) => marks[firstFrom(marks, it.mark.end)]?.readings.some((reading) => isSection(reading.path, valueOf(it.reading), 1)) === true)
  return own.length >= 2 && own.length >= picked.length * 0.6
}

function isSection(path: readonly number[], article: number, section: number): boolean {
  return path.length === 2 && path[0] === article && path[1] === section
}

function headingDue(here: Candidate, range: readonly Mark[], titles: ReadonlyMap<string, string>): Candidate | null {
  const due = valueOf(here.reading) + 1
  const look = lookOf(here)
  const wanted = titles.get(numeralOf(due, look)) ?? titles.get(String(due)) ?? ''
  for (const [at, mark] of range.entries()) {
    if (mark.rank > 0 || mark.row.plain.trim().length > 100) continue
    const reading = mark.readings.find((it) => it.path.length === 1 && it.path[0] === due && it.cost === 0 && (it.series === here.reading.series || it.series === `${look}.`))
    if (reading === undefined) continue
    const title = behind(mark)
    const listed = wanted.length >= 4 && title.length >= 4 && (letters(title).startsWith(wanted) || wanted.startsWith(letters(title)))
    if (listed || (isSetAlike(here.mark, mark) && startsAnew(range[at + 1], due) && (mark.word === 'article' || isShortTitle(title)))) return candidateAt(mark.row, mark.start, mark.end, due, here)
  }
  return null
}

/** As far from the edge as the heading before it: both towards the middle, or both word and place the same. */
function isSetAlike(before: Mark, mark: Mark): boolean {
  const centred = before.row.indent >= 10 && mark.row.indent >= 10
  return centred || (mark.word === 'article' && Math.abs(before.row.indent - mark.row.indent) <= 4)
}

/** The next number is the first of a list, or the article's own first section. */
function startsAnew(mark: Mark | undefined, due: number): boolean {
  return mark?.readings.some((reading) => (reading.path.length === 1 && reading.path[0] === 1) || isSection(reading.path, due, 1)) === true
}

function isShortTitle(title: string): boolean {
  return title.length >= 3 && title.length < 70 && /^[A-Z]/u.test(title) && !/[.;:,]$/u.test(title)
}

/** The heading above the first section of an article whose number is due; the section itself where no heading is left. */
function openedBySection(here: Candidate, range: readonly Mark[], rows: readonly Row[]): Candidate | null {
  const due = valueOf(here.reading) + 1
  const first = range.findIndex((mark) => mark.rank === 0 && mark.weight >= 0.8 && mark.readings.some((reading) => isSection(reading.path, due, 1) && reading.cost === 0))
  const opening = range[first]
  if (opening === undefined || !range.slice(first).some((mark) => mark.weight >= 0.5 && mark.readings.some((reading) => isSection(reading.path, due, 2)))) return null
  const floor = range[first - 1]?.row.index ?? here.mark.row.index
  const above = rows.slice(Math.max(floor + 1, opening.row.index - 8), opening.row.index).findLast((row) => !row.blank && row.plain.trim().length < 100 && numberIn(row, due) !== null)
  if (above === undefined) return candidateAt(opening.row, opening.start, opening.start, due, here)
  return candidateAt(above, above.start + above.plain.search(/\S/u), above.start + (numberIn(above, due) ?? 0), due, here)
}

/** Where the article's number ends in a row that bears it near its head; null where it does not. */
function numberIn(row: Row, due: number): number | null {
  const match = new RegExp(`^\\s*(?:[A-Za-z]{2,10}\\W{0,3})?(?:${due}|${romanNumeral(due)})(?![0-9A-Za-z]|[.-][0-9])[.:]?`, 'u').exec(row.plain)
  return match === null ? null : match[0].length
}

function candidateAt(row: Row, start: number, end: number, due: number, like: Candidate): Candidate {
  const reading = { ...like.reading, path: [due], printed: numeralOf(due, lookOf(like)) }
  return { mark: { row, start, end, rank: 0, weight: 1, word: 'article', readings: [reading] }, reading }
}

type Look = 'I' | 'A' | '1'

function lookOf({ reading }: Candidate): Look {
  if (/[0-9]/u.test(reading.printed)) return '1'
  return /A/u.test(reading.series.replace('Article', '')) ? 'A' : 'I'
}

function numeralOf(value: number, look: Look): string {
  return look === '1' ? String(value) : look === 'I' ? romanNumeral(value) : letterNumeral(value)
}

function behind(mark: Mark): string {
  return mark.row.plain.slice(mark.end - mark.row.start).replace(/^[\s:.–-]+/u, '').trim()
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '')
}
