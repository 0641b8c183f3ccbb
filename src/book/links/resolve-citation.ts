import type { Anchor } from '#book/book.ts'
import { chapterKeys, plainKey, sectionOf, upward, type AddressBook, type Place } from '#book/links/address-book.ts'
import type { Citation, CitedLevel } from '#book/links/find-citations.ts'
import { figureOfRoman } from '#book/links/number-words.ts'
import { nearMisses } from '#book/links/near-misses.ts'

/** What a citation points at, seen from where it stands: a place of the book, nothing, or another document. */

export type Resolved =
  | { readonly outcome: 'found'; readonly place: Place }
  /** The text prints such a number, but no clause was made of it; or it is too loosely cited to say. */
  | { readonly outcome: 'unsure' }
  | { readonly outcome: 'missing'; readonly suggests: Anchor | null }

export function resolveCitation(cited: Citation, from: Place, book: AddressBook): Resolved {
  if (cited.under.length > 0) {
    const inside = resolveUnder(cited, from, book)
    if (inside !== null) return inside
  }
  if (cited.number === '') return found(standing(cited.level, from))
  if (cited.level === 'appendix') return resolveAppendix(cited, book)
  const key = plainKey(cited.number)
  const place = cited.level === 'article' ? articleOrDeeper(key, cited.number, from, book) : fromHere(key, cited, from, book)
  if (place !== null) return found(place)
  return lost(key, cited, from, book)
}

/** "this Article", "this Section". */
export function standing(level: CitedLevel, from: Place): Place {
  if (level === 'article' || level === 'appendix') return [...upward(from)].at(-1) ?? from
  return level === 'section' ? sectionOf(from) : from
}

function resolveUnder(cited: Citation, from: Place, book: AddressBook): Resolved | null {
  let at: Place | null = null
  for (const step of cited.under.toReversed()) {
    const one: Citation = { ...cited, level: step.level, number: step.number, under: [] }
    const next: Place | null = at === null ? placeOf(resolveCitation(one, from, book)) : below(plainKey(step.number), at, book)
    if (next === null) return at === null ? null : { outcome: 'unsure' }
    at = next
  }
  if (at === null) return null
  const [nearest] = cited.under
  if (nearest?.number === '' && nearest.level !== 'article') {
    // "paragraph (b) of this section": the clause at hand first, then what it stands in.
    for (const above of upward(from)) {
      const own = book.byKey.get(`${above.key}.${plainKey(cited.number)}`)
      if (own !== undefined) return found(own)
    }
  }
  const inside = below(plainKey(cited.number), at, book)
  if (inside !== null) return found(inside)
  const whole = book.byKey.get(withoutItems(plainKey(cited.number)))
  if (whole !== undefined && whole.depth > 0) return found(whole)
  // A whole without parts of its own kind holds the part in its running text.
  return cited.number.includes('.') ? null : found(at)
}

function placeOf(resolved: Resolved): Place | null {
  return resolved.outcome === 'found' ? resolved.place : null
}

function found(place: Place): Resolved {
  return { outcome: 'found', place }
}

// The place of a number inside another: by the joined key, by the full key, or by the printed number of some clause below.
function below(key: string, at: Place, book: AddressBook): Place | null {
  if (key === '') return at
  for (const form of [key, withoutItems(key)]) {
    const joined = book.byKey.get(`${at.key}.${form}`) ?? (form.startsWith(`${at.key}.`) ? book.byKey.get(form) : undefined)
    if (joined !== undefined) return joined
    const listed = book.byKey.get(form)
    if (listed !== undefined && listed.depth > 0 && isUnder(listed, at)) return listed
  }
  return null
}

function isUnder(place: Place, above: Place): boolean {
  for (const at of upward(place)) if (at === above) return true
  return false
}

function articleOrDeeper(key: string, printed: string, from: Place, book: AddressBook): Place | null {
  if (from.inAppendix) {
    const own = book.byKey.get(`${[...upward(from)].at(-1)?.key ?? ''}.${key}`)
    if (own !== undefined) return own
  }
  for (const form of chapterKeys(printed)) {
    const chapter = book.articles.get(form)
    if (chapter !== undefined) return chapter
  }
  return anywhere(key, book)
}

// A full number stands for itself; a short one is sought in the clause, then its parent, up to the article, then among the articles.
function fromHere(key: string, cited: Citation, from: Place, book: AddressBook): Place | null {
  const dotted = /^\d+(?:-\d+)?\./.test(key)
  if (dotted && !from.inAppendix && !book.startsAfresh) {
    const whole = anywhere(key, book)
    if (whole !== null) return whole
  }
  for (const at of upward(from)) {
    const near = book.byKey.get(`${at.key}.${key}`) ?? book.byKey.get(`${at.key}.${withoutItems(key)}`)
    if (near !== undefined) return near
  }
  const whole = anywhere(key, book)
  if (whole !== null && (dotted || whole.depth > 0)) return whole
  if (cited.level === 'part') return null
  for (const form of chapterKeys(cited.number)) {
    const chapter = book.articles.get(form)
    if (chapter !== undefined && !isLetter(form)) return chapter
  }
  return null
}

function anywhere(key: string, book: AddressBook): Place | null {
  return book.byKey.get(key) ?? book.byKey.get(withRomanAsFigure(key)) ?? book.byKey.get(withoutItems(key)) ?? null
}

function withRomanAsFigure(key: string): string {
  const [first = '', ...rest] = key.split('.')
  const figure = figureOfRoman(first.toUpperCase())
  return figure === null || rest.length === 0 ? key : [figure, ...rest].join('.')
}

// `7.12.a.2` -> `7.12`: a lettered item that is no clause of its own stands in the text of its section.
function withoutItems(key: string): string {
  return /^\d/.test(key) ? key.replace(/\.[a-z]{1,4}(?:\..*)?$/, '') : key
}

function isLetter(key: string): boolean {
  return /^[a-z]$/.test(key) && figureOfRoman(key.toUpperCase()) === null
}

function resolveAppendix(cited: Citation, book: AddressBook): Resolved {
  const key = plainKey(cited.number)
  for (const form of [...chapterKeys(cited.number), key.replace(/[.-].*$/, '')]) {
    const place = book.byKey.get(`app.${form}`) ?? book.appendices.get(form)
    if (place !== undefined && sameKind(cited.word, place)) return found(place)
  }
  // Schedules, exhibits and attachments are often printed inside an appendix: only an appendix that no line is headed by is missing.
  if (cited.word !== 'appendix' || key.length > 2 || book.headed('appendix', cited.number)) return { outcome: 'unsure' }
  return { outcome: 'missing', suggests: null }
}

function sameKind(word: string, place: Place): boolean {
  return word === 'appendix' || word === '' || new RegExp(String.raw`\b${word}\b`, 'i').test(`${place.anchor} ${place.chapter.title}`)
}

function lost(key: string, cited: Citation, from: Place, book: AddressBook): Resolved {
  const parts = key.split('.')
  const article = book.articles.get(parts[0] ?? '')
  if (cited.level === 'part' && parts.length < 3) return { outcome: 'unsure' }
  if (parts.length === 1 && (cited.level !== 'article' || !isChapterNumber(cited.number, book))) return { outcome: 'unsure' }
  if (parts.length > 1 && !book.numbersByDots) return { outcome: 'unsure' }
  if (book.printed.has(key) || (parts.length === 1 && book.headed('article', cited.number)) || (from.inAppendix && parts.length > 1)) return { outcome: 'unsure' }
  const suggests = parts.length > 1 ? (nearMisses(key, from, book)[0]?.anchor ?? null) : null
  if (cited.word === '' && (parts.length < 3 || (article === undefined && suggests === null))) return { outcome: 'unsure' }
  return { outcome: 'missing', suggests }
}

// "Article 45" can only be missed in a book whose articles are numbered in figures.
function isChapterNumber(number: string, book: AddressBook): boolean {
  const figure = /^\d{1,2}$/.test(number) ? Number(number) : figureOfRoman(number)
  const numbered = [...book.articles.keys()].filter((key) => /^\d+$/.test(key)).length
  return figure !== null && figure > 0 && numbered >= 3
}
