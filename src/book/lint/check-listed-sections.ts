import type { ContentsEntry, LintFinding } from '#book/book.ts'
import { chapterKeys, headingOf, type Place } from '#book/links/address-book.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'
import { headingWords, titleWords } from '#book/lint/same-title.ts'

/** Where the printed contents also list the sections of an article: the sections that they pass over, name otherwise or misspell. */
export function checkListedSections(entries: readonly ContentsEntry[], setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  let article: Place | null = null
  let own: Listed[] = []
  let first = 0
  for (const entry of [...entries, null]) {
    const next = entry === null ? null : articleAt(entry, setting)
    if (entry === null || next !== null) {
      if (article !== null) found.push(...passedOver(article, { own, printed: printedWords(setting, first, entry?.line ?? null) }, setting), ...misspelt(article, own, setting))
      article = next
      own = []
      first = entry?.line ?? 0
    } else own.push({ title: entry.title.trim(), words: titleWords(entry.title) })
  }
  return found
}

interface Listed {
  readonly title: string
  readonly words: readonly string[]
}

function articleAt(entry: ContentsEntry, setting: LintSetting): Place | null {
  if (entry.number === null) return null
  for (const key of chapterKeys(entry.number.replace(/^article\s+/i, '').replace(/\.0$/, ''))) {
    const article = setting.addresses.articles.get(key)
    if (article !== undefined) return article
  }
  return null
}

// The lines that the contents give an article, entries or not: a first section may be printed in the article's own line or in its title's second.
function printedWords(setting: LintSetting, first: number, next: number | null): string {
  const last = setting.book.contents.at(-1)?.line ?? first
  return ` ${titleWords(setting.lines.slice(first - 1, next === null ? last + 8 : next - 1).join(' ').replace(/[.…_]{3,}/g, ' ')).join(' ')} `
}

function passedOver(article: Place, listed: { own: readonly Listed[]; printed: string }, setting: LintSetting): readonly LintFinding[] {
  const sections = setting.addresses.places.filter((place) => place.parent === article && place.clause.heading !== null && place.clause.heading.length < 90)
  const { own, printed } = listed
  const unlisted = sections.filter((place) => {
    const words = headingWords(place)
    return !own.some((entry) => isAbbreviation(entry.words, words))
  })
  // An article of whose sections few are listed is listed by its main points only.
  if (sections.length < 3 || unlisted.length > sections.length * 0.35) return []
  const missing = unlisted.filter((place) => !printed.includes(` ${headingWords(place).join(' ')} `))
  return missing.map((place) => {
    const called = titleInContents(place, setting)
    if (called !== null) return finding('contents-mismatch', place, `The contents call ${place.clause.number} "${called}"; its own title is "${headingOf(place)}".`)
    const words = headingWords(place)
    const like = own.find((entry) => entry.words.filter((word) => words.includes(word)).length >= 2)
    const instead = like === undefined ? '' : `; the nearest entry is "${like.title}"`
    return finding('contents-mismatch', place, `${place.clause.number ?? place.anchor}, "${headingOf(place)}", is not in the printed contents, which list the other sections of article ${article.clause.number}${instead}.`)
  })
}

// A line of the contents that begins with the section's own number, though it was read as no entry.
function titleInContents(place: Place, setting: LintSetting): string | null {
  const number = place.clause.number ?? ''
  const [first, last] = [setting.book.contents[0]?.line ?? 1, setting.book.contents.at(-1)?.line ?? 0]
  if (!/^\d+\.\d/.test(number)) return null
  const line = setting.lines.slice(first - 1, last).find((one) => one.trimStart().startsWith(`${number} `))
  const title = line?.trim().slice(number.length).trim().replace(/\s*(?:[.…_]{3,}|\s{3,}|Error!).*$/, '').trim()
  return title === undefined || !/[a-z]/i.test(title) ? null : title
}

// Contents shorten: "Class Size" stands for "Class Size for Summer School".
function isAbbreviation(entry: readonly string[], heading: readonly string[]): boolean {
  if (entry.length === 0 || heading.length === 0) return true
  const shared = entry.filter((word) => heading.some((other) => word === other || areFormsOfOne(word, other))).length
  if (shared === Math.min(entry.length, heading.length)) return true
  // "Work Day" and "Workday" share no word whole.
  if (entry[0]?.[0] !== heading[0]?.[0]) return false
  const [a, b] = [entry.join(''), heading.join('')]
  return a.includes(b) || b.includes(a)
}

// "Education" and "educational".
function areFormsOfOne(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 6 && Math.abs(one.length - other.length) <= 2 && (one.startsWith(other) || other.startsWith(one))
}

function misspelt(article: Place, own: readonly Listed[], setting: LintSetting): readonly LintFinding[] {
  const headings = setting.addresses.places.filter((place) => place.chapter === article.clause && place.depth > 0 && place.clause.heading !== null)
  const byWords = headings.map((place) => ({ place, words: headingWords(place) }))
  return own.flatMap((entry) => {
    if (byWords.some(({ words }) => isAbbreviation(entry.words, words))) return []
    const meant = byWords.find(({ words }) => isMisprint(entry.words, words))
    return meant === undefined ? [] : [finding('contents-mismatch', meant.place, `The contents print "${entry.title}" where ${meant.place.anchor} is headed "${headingOf(meant.place)}".`)]
  })
}

function isMisprint(entry: readonly string[], heading: readonly string[]): boolean {
  if (entry.length !== heading.length) return false
  const apart = entry.flatMap((word, index) => (word === heading[index] ? [] : [[word, heading[index] ?? ''] as const]))
  return apart.length === 1 && apart.every(([a, b]) => a.length >= 5 && isOneLetterApart(a, b))
}

function isOneLetterApart(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a.slice(at + 1) === b.slice(at + 1) || a.slice(at) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at)
}
