import { allMatches } from '#book/links/all-matches.ts'
import type { Anchor, Appendix, Article, Clause, Outline } from '#book/book.ts'
import { figureOfRoman, romanOfFigure } from '#book/links/number-words.ts'

/** The places of a book by their address in every form it may be cited in: `7.12a`, `7.12.a` and `7.12(a)` are one key. */

export interface Place {
  readonly clause: Clause
  readonly anchor: Anchor
  /** The anchor in plain form: lower case, parted by dots. */
  readonly key: string
  readonly parent: Place | null
  readonly chapter: Article | Appendix
  readonly inAppendix: boolean
  readonly depth: number
  /** Its stand in the order of the print, from 0. */
  readonly order: number
}

export interface AddressBook {
  readonly places: readonly Place[]
  readonly byAnchor: ReadonlyMap<string, Place>
  /** First stand of each key. */
  readonly byKey: ReadonlyMap<string, Place>
  /** Articles by their number in figures or letters. */
  readonly articles: ReadonlyMap<string, Place>
  readonly appendices: ReadonlyMap<string, Place>
  /** Full numbers (6.4, 8-5.2) that stand at the head of some line of the text, whether or not a clause was made of them. */
  readonly printed: ReadonlySet<string>
  /** Whether some line of the text begins with this word and number. */
  readonly headed: (word: string, number: string) => boolean
  /** Whether most numbers start afresh in each article, so that "3.1" means the article at hand's own. */
  readonly startsAfresh: boolean
  /** Whether a third of the clauses or more are numbered like 6.4. */
  readonly numbersByDots: boolean
}

/** The address book of an outline. Made once for each: links and lint ask for the same. */
export function addressBook(outline: Outline): AddressBook {
  const known = made.get(outline.articles)
  if (known !== undefined && known.text === outline.text && known.appendices === outline.appendices) return known.book
  const book = makeAddressBook(outline)
  made.set(outline.articles, { text: outline.text, appendices: outline.appendices, book })
  return book
}

const made = new WeakMap<readonly Article[], { text: string; appendices: readonly Appendix[]; book: AddressBook }>()

function makeAddressBook(outline: Outline): AddressBook {
  const places: Place[] = []
  for (const chapter of outline.articles) gather(chapter, null, chapter, false, places)
  for (const chapter of outline.appendices) gather(chapter, null, chapter, true, places)
  const byAnchor = new Map<string, Place>()
  const byKey = new Map<string, Place>()
  const articles = new Map<string, Place>()
  const appendices = new Map<string, Place>()
  for (const place of places) {
    byAnchor.set(place.anchor, place)
    if (!byKey.has(place.key)) byKey.set(place.key, place)
    if (place.depth > 0) continue
    const chapters = place.inAppendix ? appendices : articles
    for (const key of chapterKeys(place.clause.number ?? '')) if (!chapters.has(key)) chapters.set(key, place)
  }
  return { places, byAnchor, byKey, articles, appendices, printed: numbersAtLineHeads(outline.text), headed: headedIn(outline.text), startsAfresh: startsAfresh(places), numbersByDots: numbersByDots(places) }
}

/** `7.12a`, `7.12(a)`, `7. 12.A` -> `7.12.a`. Hyphens stay: `8-5.2`. */
export function plainKey(number: string): string {
  // Most keys are plain as they come.
  if (PLAIN_KEY.test(number)) return number
  return number
    .toLowerCase()
    .replace(/^appendix\s+/, 'app.')
    .replace(/[–—]/g, '-')
    .replace(/(\d)([a-z])(?![a-z])/g, '$1.$2')
    .replace(/[\s.()[\],:]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
}

const PLAIN_KEY = /^(?:\d+|[a-z]+)(?:[.-](?:\d+|[a-z]+))*$/

/** The forms an article's number may be cited in: figures, Roman, as printed. */
export function chapterKeys(number: string): readonly string[] {
  const plain = plainKey(number)
  const roman = figureOfRoman(number.trim().toUpperCase())
  if (roman !== null) return [plain, String(roman)]
  if (/^\d{1,2}$/.test(plain)) return [plain, romanOfFigure(Number(plain)).toLowerCase()]
  return [plain]
}

/** The nearest place above that is not itself numbered inside an item: the section a clause belongs to. */
export function sectionOf(place: Place): Place {
  let at = place
  while (at.parent !== null && at.parent.depth > 0) at = at.parent
  return at
}

/** The places from this one up to its chapter. */
export function* upward(place: Place): Generator<Place> {
  for (let at: Place | null = place; at !== null; at = at.parent) yield at
}

/** What a place is about, in its own words: its heading or title. */
export function headingOf(place: Place): string {
  if (place.clause.heading !== null) return place.clause.heading
  return 'title' in place.clause && typeof place.clause.title === 'string' ? place.clause.title : ''
}

function startsAfresh(places: readonly Place[]): boolean {
  let whole = 0
  let local = 0
  for (const place of places) {
    if (place.inAppendix || place.depth === 0 || !/^\d+\.\d/.test(place.clause.number ?? '')) continue
    if (plainKey(place.clause.number ?? '') === place.key.replace(/-\d+$/, '')) whole++
    else local++
  }
  return local > whole
}

function numbersByDots(places: readonly Place[]): boolean {
  let dotted = 0
  for (const place of places) if (!place.inAppendix && /^\d+\.\d/.test(place.clause.number ?? '')) dotted++
  return dotted * 3 > places.length
}

// The lines that a word begins are found once for each word; only what follows is tried for each number.
function headedIn(text: string): (word: string, number: string) => boolean {
  const ends = new Map<string, readonly number[]>()
  return (word, number) => {
    let after = ends.get(word)
    if (after === undefined) {
      after = allMatches(new RegExp(String.raw`^[^A-Za-z0-9\n]{0,40}${word}\s+["“]?`, 'gim'), text).map((match) => match.index + match[0].length)
      ends.set(word, after)
    }
    const sought = new RegExp(String.raw`${number.replace(/[^A-Za-z0-9]/g, '.')}\b`, 'iy')
    return after.some((end) => {
      sought.lastIndex = end
      return sought.test(text)
    })
  }
}

function gather(clause: Clause, parent: Place | null, chapter: Article | Appendix, inAppendix: boolean, into: Place[]): void {
  const depth = parent === null ? 0 : parent.depth + 1
  const place: Place = { clause, anchor: clause.anchor, key: plainKey(clause.anchor), parent, chapter, inAppendix, depth, order: into.length }
  into.push(place)
  for (const child of clause.clauses) gather(child, place, chapter, inAppendix, into)
}

function numbersAtLineHeads(text: string): ReadonlySet<string> {
  const heads = new Set<string>()
  for (const match of allMatches(LINE_HEAD, text)) {
    if (match[1] !== undefined) heads.add(plainKey(match[1]))
  }
  return heads
}

const LINE_HEAD = /^[ \t\r\f\v\u00a0\-*#|>_]{0,40}(?:(?:section|sec\.|article|appendix|exhibit)\s+)?(\d{1,3}(?:[-.]\d{1,3}){1,6}(?:\.?[a-z])?)(?=[\s.):–—_*-]|$)/gim
