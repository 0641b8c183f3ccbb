import type { ContentsEntry, LintFinding } from '#book/book.ts'
import { chapterKeys, headingOf, type Place } from '#book/links/address-book.ts'
import { checkListedSections } from '#book/lint/check-listed-sections.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'
import { sameTitle, titleWords } from '#book/lint/same-title.ts'

/** The printed table of contents against the body: articles that differ in title, are left out, or stand elsewhere. */
export function checkContents(setting: LintSetting): readonly LintFinding[] {
  const articles = setting.addresses.places.filter((place) => place.depth === 0 && !place.inAppendix)
  const entries = articleEntries(setting.book.contents.map(numbered), setting)
  const listed = entries.filter((entry) => entry.number !== null && articleOf(entry, setting) !== null)
  // A contents that names few of the articles is a list of something else.
  if (articles.length < 3 || listed.length < articles.length * 0.7) return []
  return [...titlesThatDiffer(listed, setting), ...leftOut(listed, articles, setting), ...checkListedSections(entries, setting)]
}

/** An entry whose number stands at the head of its title: "7   Employment". */
function numbered(entry: ContentsEntry): ContentsEntry {
  if (entry.number !== null) return entry
  const match = /^(?:article\s+)?(\d{1,2}|[IVXLC]{1,7})[.:]?\s{1,20}([A-Z].*)$/.exec(entry.title)
  return match === null ? entry : { ...entry, number: match[1] ?? null, title: match[2] ?? '' }
}

// Where the contents print the word Article, lines without it number sections, and their "I." is a letter.
function articleEntries(entries: readonly ContentsEntry[], setting: LintSetting): readonly ContentsEntry[] {
  const worded = entries.map((entry) => /\barticle\b/i.test(setting.lines[entry.line - 1] ?? ''))
  const numbers = worded.filter((is, index) => is && entries[index]?.number !== null).length
  if (numbers < setting.book.articles.length / 2) return entries
  return entries.map((entry, index) => (worded[index] === true ? entry : { ...entry, number: null }))
}

/** The article that an entry numbers, or null. */
export function articleOf(entry: ContentsEntry, setting: LintSetting): Place | null {
  const number = (entry.number ?? '').replace(/^article\s+/i, '').replace(/\.0$/, '')
  for (const key of chapterKeys(number)) {
    const article = setting.addresses.articles.get(key)
    if (article !== undefined) return article
  }
  return null
}

function titlesThatDiffer(listed: readonly ContentsEntry[], setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  const seen = new Set<Place>()
  for (const entry of listed) {
    const article = articleOf(entry, setting)
    if (article === null || seen.has(article)) continue
    seen.add(article)
    const title = headingOf(article)
    // A title of many words has run into the text: that tells of the reading, not of the print.
    if (title === '' || title.length > 110 || sameTitle(entry.title, title)) continue
    if (isMerelyShort(entry, title, setting)) continue
    found.push(finding('contents-mismatch', article, `The contents call article ${article.clause.number} "${entry.title.trim()}"; its own title is "${title}".`))
  }
  return found
}

// A title over two lines, of which the reader took only one, on either side.
function isMerelyShort(entry: ContentsEntry, title: string, setting: LintSetting): boolean {
  const [a, b] = [titleWords(entry.title).join(' '), titleWords(title).join(' ')]
  if (a === '' || b === '' || !(a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a))) return false
  const longer = a.length > b.length ? entry.title : title
  const rest = new Set(titleWords(setting.lines.slice(entry.line - 2, entry.line + 2).join(' ').replace(/[.…_]{3,}/g, ' ')))
  return titleWords(longer).every((word) => rest.has(word)) || a.length > b.length
}

function leftOut(listed: readonly ContentsEntry[], articles: readonly Place[], setting: LintSetting): readonly LintFinding[] {
  const held = new Set(listed.map((entry) => articleOf(entry, setting)))
  const body = articles.filter((article) => !held.has(article) && /^(?:\d{1,2}|[IVXLC]+)$/.test(article.clause.number ?? ''))
  const missing = body.filter((article) => !printedInContents(article, setting))
  if (missing.length > articles.length * 0.2) return []
  return missing.map((article) => finding('contents-mismatch', article, `Article ${article.clause.number}, "${headingOf(article)}", is not in the printed contents.`))
}

// The contents' own lines may hold it in a form that was not read as an entry.
function printedInContents(article: Place, setting: LintSetting): boolean {
  const lines = setting.book.contents.map((entry) => entry.line)
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  const words = withoutFigures(headingOf(article))
  const printed = withoutFigures(setting.lines.slice(Math.max(0, first - 8), last + 8).join(' '))
  return words === '' || printed.includes(words)
}

// The number and the page may stand between the two lines of a title.
function withoutFigures(text: string): string {
  return titleWords(text).filter((word) => !/^\d+$/.test(word)).join(' ')
}

