import type { Definition, Outline, Reference } from '#book/book.ts'
import { addressBook, plainKey, type AddressBook, type Place } from '#book/links/address-book.ts'
import { doubtDefinition } from '#book/links/doubt-definition.ts'
import { doubtTarget } from '#book/links/doubt-target.ts'
import { doubtTitle, placesByTitle, type PlacesByTitle } from '#book/links/doubt-title.ts'
import { findCitations, type Citation } from '#book/links/find-citations.ts'
import { findDefinitions } from '#book/links/find-definitions.ts'
import { codeNamed, findStatutes, namesACode, statuteCited, statuteSetting, type StatuteSetting } from '#book/links/find-statutes.ts'
import { findTermUses } from '#book/links/find-term-uses.ts'
import { resolveCitation } from '#book/links/resolve-citation.ts'
import { wordWeights, type WordWeights } from '#book/links/word-weights.ts'

/** The references and defined terms of an outline: every citation with its target, every defined term with its uses. */

export function linkOutline(outline: Outline): { definitions: readonly Definition[]; references: readonly Reference[] } {
  const book = addressBook(outline)
  const setting: Setting = { book, statutes: statuteSetting(outline.text), weights: wordWeights(book.places), titles: placesByTitle(book.places) }
  const references: Reference[] = []
  const codes = new Map<Place, string>()
  for (const place of book.places) references.push(...referencesOf(place, setting, codes))
  return { definitions: findTermUses(findDefinitions(book), book), references }
}

interface Setting {
  readonly book: AddressBook
  readonly statutes: StatuteSetting
  readonly weights: WordWeights
  readonly titles: PlacesByTitle
}

function referencesOf(place: Place, setting: Setting, codes: Map<Place, string>): readonly Reference[] {
  const text = place.clause.text
  const inherited = place.parent === null ? undefined : codes.get(place.parent)
  if (text === '') {
    if (inherited !== undefined) codes.set(place, inherited)
    return []
  }
  const statutes = findStatutes(text, setting.statutes)
  const { heading } = place.clause
  const namesCode = (namesACode(text) && CODE_SIGN.test(text)) || (heading !== null && CODE_SIGN.test(heading))
  const code = (namesCode ? codeNamed(`${heading ?? ''} ${text}`, setting.statutes) : null) ?? inherited ?? null
  if (code !== null) codes.set(place, code)
  const found: Reference[] = statutes.map((one) => ({ from: place.anchor, text: text.slice(one.start, one.end), at: { start: one.start, end: one.end }, kind: 'statute', to: one.to, status: 'ok' }))
  for (const cited of findCitations(text, statutes)) {
    const reference = referenceFor(cited, place, setting, code)
    if (reference !== null) found.push(reference)
  }
  return found.sort((a, b) => a.at.start - b.at.start)
}

const CODE_SIGN = /[Cc]ode|CODE|tatute|ORS|HRS|RSMo/

function referenceFor(cited: Citation, from: Place, setting: Setting, code: string | null): Reference | null {
  const base = { from: from.anchor, text: from.clause.text.slice(cited.start, cited.end), at: { start: cited.start, end: cited.end } }
  if (cited.outside) return { ...base, kind: 'outside', to: null, status: 'ok' }
  const kind = cited.level === 'appendix' ? 'appendix' : 'clause'
  if (isStatuteNumber(cited, setting.book)) {
    return code === null ? { ...base, kind: 'outside', to: null, status: 'ok' } : { ...base, kind: 'statute', to: statuteCited(code, cited.number), status: 'ok' }
  }
  const resolved = resolveCitation(cited, from, setting.book)
  if (cited.loose === true && resolved.outcome !== 'found') return null
  if (resolved.outcome === 'unsure') return looseReference(cited, base, kind)
  if (resolved.outcome === 'missing') {
    const why = resolved.suggests === null ? `No ${cited.word === '' ? 'clause' : cited.word} ${cited.number} stands in this text.` : `No clause ${cited.number} stands in this text; ${resolved.suggests} differs by one sign.`
    return { ...base, kind, to: null, status: 'missing', ...(resolved.suggests === null ? {} : { suggests: resolved.suggests }), why }
  }
  const { place } = resolved
  const sentence = sentenceAround(from.clause.text, cited.start, cited.end)
  const doubt =
    cited.number === '' ? null : (doubtTitle(from.clause.text, cited.end, place, setting.titles) ?? doubtDefinition({ from, start: cited.start, target: place }, setting.book) ?? doubtTarget({ from, sentence, target: place, key: plainKey(cited.number) }, setting.book, setting.weights))
  if (doubt !== null) return { ...base, kind, to: place.anchor, status: 'suspect', suggests: doubt.instead.anchor, why: doubt.why }
  return { ...base, kind, to: place.anchor, status: 'ok' }
}

// "Section 44955" in a book whose articles end at 30 is a law's; so is 3543.2.
function isStatuteNumber(cited: Citation, book: AddressBook): boolean {
  return cited.level !== 'appendix' && /^\d{3,}/.test(cited.number) && !book.byKey.has(plainKey(cited.number))
}

function looseReference(cited: Citation, base: Pick<Reference, 'from' | 'text' | 'at'>, kind: 'clause' | 'appendix'): Reference | null {
  // A lone letter or figure that finds no place may be anything: no reference. A full address that the text prints somewhere is one.
  if (cited.level === 'appendix' && !/^\p{Lu}/u.test(base.text)) return null
  return cited.level === 'article' || cited.level === 'appendix' || cited.number.includes('.') ? { ...base, kind, to: null, status: 'ok' } : null
}

// Looks only so far on either side: a long row of citations without a stop must not be read anew for each of them.
function sentenceAround(text: string, start: number, end: number): string {
  const first = Math.max(0, start - REACH)
  const before = text.slice(first, start)
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf('\n'), 0)
  const stop = /[.;](?=\s+[A-Z]|\s*$)|\n/.exec(text.slice(end, end + 4 * REACH))
  return text.slice(first + from, end + (stop === null ? REACH : stop.index))
}

const REACH = 300
