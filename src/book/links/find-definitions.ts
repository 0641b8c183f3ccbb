import { allMatches } from '#book/links/all-matches.ts'
import { headingOf, upward, type AddressBook, type Place } from '#book/links/address-book.ts'
import { stemOf } from '#book/links/word-weights.ts'

/** Finds the terms that an agreement defines: by "means", by a heading in a list of definitions, by "hereinafter". */

export interface DefinedTerm {
  readonly term: string
  /** Small letters, plural off: what uses are compared by. */
  readonly words: readonly string[]
  readonly place: Place
  /** The chapter or clause it holds in, where the text says so ("for purposes of this Article"); null for the whole book. */
  readonly scope: Place | null
  /** A name given to one body ("the District"): only a capital makes it that. */
  readonly name: boolean
  /** What it is said to be. */
  readonly meaning: string
}

const SAYS = String.raw`(?:shall\s+mean|means?|mean|(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:defined\s+(?:as|to\s+mean|to\s+be)|understood\s+to\s+mean)|refers?\s+(?:only\s+)?to|shall\s+refer\s+to|includes?|shall\s+include)`
const QUOTED = new RegExp(String.raw`["“]([A-Za-z][^"“”\n]{1,60}?)[,.:]?["”]{1,2}(?:\s*\([^()]{1,40}\))?,?\s*(?:as\s+(?:it\s+is\s+)?used\s+(?:herein|in\s+this\s+\w+)\s*,?\s*)?(${SAYS}\b|is\s+(?:an?|the|any|one)\b|are\b|:|-|–)`, 'g')
const PLAIN = new RegExp(String.raw`(?:^|[.:;]\s+|\n\s*)(?:For\s+(?:the\s+)?purposes?\s+of\s+(?:this|the|these)\s+[^,.]{3,50},?\s+)?(?:The\s+(?:term|word|phrase)s?\s+)?(?:(?:an?|the)\s+)?([A-Za-z][\w'’/&-]*(?:\s+(?:[\w'’/&-]+|\([\w ]+\))){0,5}?)\s*,?\s*[-–]?\s*(?:shall\s+mean|means(?!\s+of\b)|(?:is|are|shall\s+be)\s+(?:hereby\s+)?defined\s+(?:as|to\s+mean|to\s+be))\b`, 'gi')
const NAMED = /(?:\(|,\s*)(?:["“]?(?:hereinafter|hereafter)["”]?,?\s*(?:(?:to\s+be\s+)?(?:referred\s+to\s+as|called|known\s+as|designated\s+as))?,?\s*(?:as\s+)?(?:either\s+)?(?:the\s+)?["“”']{0,2}([A-Z][\w&./ -]{1,40}?)["“”',]{0,3}(?=[).,;]|\s+(?:and|or|recognizes|is|agrees?|the|a)\b)|(?:the\s+)?["“]([A-Z][\w&./ -]{1,40})["”]\))/g
const LIST_HEAD = /^(?:(?:general|common)\s+)?definitions?(?:\s+of\s+(?:terms|words))?(?:\s+and\s+\w+)?$|^(?:definitions?|glossary)\b|\bterms\s+(?:are|as)\s+defined\b/i
const LIST_LEAD = /\bfollowing\s+(?:general\s+)?(?:definitions|terms)\b[^.]{0,60}(?:appl|defined|mean)/i
const ITEM = /^["“]?([A-Z][\w'’/&() -]{1,60}?)["”]?\s*(?::|\s[-–—]\s|[-–—]\s|\s(?=(?:is|are)\s+(?:an?|the|any|one|those|all|defined)\b|includes?\b))/
const NO_TERM = /^(?:this|that|it|which|these|those|there|what|any reference|such|here|they|he|she|nothing|where|when|if|unless|as|in|by|all references?|references?|same|following|neither|and|or|but|for|however|shall|each|every|to|no|not|one|other|both|either|under)(?![\w-])|\b(?:shall|will|may|must|has|have|that|which|who|when|where|is|are|by|if|be|as|should|would|can|could|does|do)\b/i

/** Words that a text may explain but that are no terms to link. */
const WORD_OF_LAW = /^(?:no|yes|and|or|may|shall|will|must|should|can|\w)$|^\w /

/** Every term that a book defines, in the order of the print. Made once for each book. */
export function findDefinitions(book: AddressBook): readonly DefinedTerm[] {
  const known = made.get(book)
  if (known !== undefined) return known
  const found = makeDefinitions(book)
  made.set(book, found)
  return found
}

const made = new WeakMap<AddressBook, readonly DefinedTerm[]>()

function makeDefinitions(book: AddressBook): readonly DefinedTerm[] {
  const found: DefinedTerm[] = []
  for (const place of book.places) {
    const before = found.length
    const listed = isListed(place)
    for (const one of quoted(place, listed)) add(found, one)
    for (const one of plain(place)) add(found, one)
    for (const one of named(place)) add(found, one)
    if (listed && found.length === before) for (const one of fromItem(place)) add(found, one)
  }
  return found
}

/** The words that a term is compared by. */
export function termWords(term: string): readonly string[] {
  return allMatches(/[\p{L}\d]+(?:['’][a-z]+)?/gu, term.toLowerCase()).map((match) => singularWord(match[0]))
}

/** `teacher's`, `teachers`, `teachers’` -> `teacher`. */
export function singularWord(word: string): string {
  return stemOf(word.replace(/['’]s?$/, ''))
}

function add(found: DefinedTerm[], one: DefinedTerm): void {
  const key = one.words.join(' ')
  if (WORD_OF_LAW.test(key) || /\bdefinition\b/.test(key)) return
  if (one.words.length > 0 && !found.some((other) => other.place === one.place && other.words.join(' ') === key)) found.push(one)
}

function isListed(place: Place): boolean {
  const parent = place.parent
  if (parent === null) return false
  return LIST_HEAD.test(headingOf(parent).trim()) || LIST_LEAD.test(parent.clause.text)
}

function* quoted(place: Place, listed: boolean): Generator<DefinedTerm> {
  const text = place.clause.text
  for (const match of allMatches(QUOTED, text)) {
    const strong = !/^(?:is|are|:|-|–|includ|shall\s+includ)/.test(match[2] ?? '')
    if (!strong && !(listed || match.index === 0)) continue
    yield make(place, match[1] ?? '', text, match.index + match[0].length)
  }
  // In a list of definitions a quoted term at the head needs no verb.
  const head = listed ? /^["“]([A-Za-z][^"“”\n]{1,60}?)[,.:]?["”]/.exec(text) : null
  if (head !== null) yield make(place, head[1] ?? '', text, head[0].length)
}

function* plain(place: Place): Generator<DefinedTerm> {
  const text = place.clause.text
  if (!/mean|defined/i.test(text)) return
  for (const match of allMatches(PLAIN, text)) {
    const term = (match[1] ?? '').trim()
    if (term.length < 3 || NO_TERM.test(term) || /^(?:means?|definition)$/i.test(term)) continue
    yield make(place, term, text, match.index + match[0].length)
  }
}

function* named(place: Place): Generator<DefinedTerm> {
  const text = place.clause.text
  if (!/here(?:in)?after|\((?:the )?["“][A-Z]/i.test(text)) return
  for (const match of allMatches(NAMED, text)) {
    const term = (match[1] ?? match[2] ?? '').trim()
    if (term === '' || term.split(' ').length > 5) continue
    const end = match.index + match[0].length
    yield { ...make(place, term, text, end), name: true, meaning: text.slice(Math.max(0, match.index - 80), match.index) }
  }
}

function* fromItem(place: Place): Generator<DefinedTerm> {
  const { heading, text } = place.clause
  if (heading !== null && text !== '' && isTerm(heading)) yield make(place, heading, text, 0)
  else if (heading === null) {
    const item = ITEM.exec(text)
    if (item !== null && isTerm(item[1] ?? '')) yield make(place, item[1] ?? '', text, item[0].length)
  }
}

function isTerm(text: string): boolean {
  return text.split(/\s+/).length <= 5 && !NO_TERM.test(text) && !/^definitions?$/i.test(text.trim())
}

function make(place: Place, printed: string, text: string, after: number): DefinedTerm {
  const term = printed.replace(/^["“\s*]+|["”\s*,.:]+$/g, '').replace(/^(?:the|an?)\s+(?=\w)/i, '').replace(/\s+(?:as used )?in this \w+$/i, '').replace(/\s+/g, ' ')
  const short = term.replace(/\s*\([^)]*\)/g, '').replace(/\(s\)$/, '')
  return { term, words: termWords(short === '' ? term : short), place, scope: scopeOnce(place), name: false, meaning: sentenceFrom(text, after) }
}

// All that one clause defines holds in one scope.
function scopeOnce(place: Place): Place | null {
  let scope = scopes.get(place)
  if (scope === undefined) {
    scope = scopeOf(place, place.clause.text) ?? listScope(place)
    scopes.set(place, scope)
  }
  return scope
}

const scopes = new WeakMap<Place, Place | null>()

// "for the purposes of this Article" binds only there.
function scopeOf(place: Place, text: string): Place | null {
  const own = /\b(?:for|as used in|under|in)\s+(?:the\s+)?(?:purposes?\s+of\s+)?(?:the\s+)?this\s+(article|section|subsection|paragraph)\b/i.exec(text) ?? /\b(?:purposes?\s+of\s+|as\s+used\s+in\s+|in\s+)this\s+(article|section|subsection|paragraph|procedure)\b/i.exec(text)
  const chain = [...upward(place)]
  if (own === null) return null
  const top = chain.at(-1) ?? place
  return /article|procedure/i.test(own[1] ?? '') ? top : (chain.at(-2) ?? top)
}

// A list of definitions inside an article on something else serves that article; at the front of the book it serves all.
function listScope(place: Place): Place | null {
  const chain = [...upward(place)]
  const top = chain.at(-1) ?? place
  // What an appendix calls its parties holds there.
  if (place.inAppendix) return LIST_HEAD.test(headingOf(top).trim()) ? null : top
  const list = chain.slice(1).find((at) => LIST_HEAD.test(headingOf(at).trim()))
  if (list === undefined || list === top || LIST_HEAD.test(headingOf(top).trim())) return null
  const front = /^(?:[1-3]|I{1,3})$/.test(top.clause.number ?? '') && !place.inAppendix
  return front || /in this (?:agreement|contract)/i.test(list.clause.text) ? null : top
}

function sentenceFrom(text: string, from: number): string {
  const rest = text.slice(from, from + 400)
  const stop = /[.;](?:\s|$)/.exec(rest)
  return (stop === null ? rest : rest.slice(0, stop.index)).trim()
}

/** The clauses that a scope covers. */
export function covers(scope: Place | null, place: Place): boolean {
  if (scope === null) return true
  for (const at of upward(place)) if (at === scope) return true
  return false
}

